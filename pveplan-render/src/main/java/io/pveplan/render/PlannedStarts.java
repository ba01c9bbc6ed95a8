package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Phrase;
import java.util.List;

/**
 * The first start of the guests that scripts make or somebody by hand: Terraform starts its own.
 *
 * <p>A node leaves to HA what that manages, and HA knows of nothing before it is set up (pve-manager,
 * PVE/API2/Nodes.pm, startall), so nodes start their guests after that.
 */
final class PlannedStarts {

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedStarts(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    Step step = plan.ha().resources().isEmpty() ? Step.GUESTS : Step.HA;
    for (Node node : plan.nodes()) {
      List<Guest> starting = plan.placement().guestsOn(node.name()).stream()
          .filter(guest -> guest.onBoot() && isLeft(guest))
          .toList();
      if (!starting.isEmpty()) {
        items.after(
            node.path().child("start"),
            step,
            Phrase.of("start " + GuestNames.of(starting) + " on " + node.name()
                    + ", as the node does when it starts: ")
                .code(Command.of("pvesh", "create", "/nodes/" + node.name() + "/startall")
                    .text()));
      }
    }
    List<Guest> off =
        plan.guests().stream().filter(guest -> !guest.onBoot() && isLeft(guest)).toList();
    if (!off.isEmpty()) {
      items.after(
          PlanPath.of("cluster", "start"),
          step,
          "nothing starts " + GuestNames.of(off)
              + ": they neither start with their node nor are they under HA. Start by hand those that"
              + " are to run");
    }
  }

  private boolean isLeft(Guest guest) {
    return !(guest instanceof Vm vm && vm.template())
        && !plan.terraformGuests().makes(guest)
        && !plan.placement().managedByHa(guest.vmid());
  }
}
