package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.automation.TerraformRefusal;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders the guests of a plan, and parts of its cluster, as Terraform root modules: {@code terraform/bpg/guests} for the
 * provider bpg/proxmox, which is also the one for a plan that names none, and {@code
 * terraform/telmate} for Telmate/proxmox. OpenTofu reads the same files.
 *
 * <p>The guests of a profile are one resource with {@code for_each} over a map in {@code fleets.tf},
 * which has a row for each guest and in it what differs, blocks included: whatever a guest gets or
 * loses, its address and those of the others stay. All others are resources of their own, also where
 * several look alike: with {@code for_each} over those that happen to be equal, one that stops being
 * equal would get another address in the state, and Terraform would destroy it and make it again.
 *
 * <p>Containers that the plan names are made by bpg/proxmox alone; Telmate makes none.
 *
 * <p>Parts of the cluster that the plan wants Terraform to manage are in {@code
 * terraform/bpg/cluster} and {@code terraform/bpg/protection}; {@link
 * io.pveplan.render.TerraformShare} tells which, and scripts leave them out.
 *
 * <p>A guest is in a module with all the plan says of it, or not at all: what a provider can not
 * express is a gap, keeps the guest out of every module, and leaves it to the scripts ({@link
 * io.pveplan.model.automation.TerraformGuests}). Secrets are variables without a default.
 *
 * @since 0.1
 */
public final class TerraformRenderer implements Renderer {

  private static final String APPLIED_BEFORE = "A guest that is in the state of a module and not in"
      + " its files is destroyed by the next apply. Where a module was applied with one that is left"
      + " out of it now, first run terraform state rm with the address that terraform state list"
      + " shows; the script leaves a guest that is there as it is.";

  /** A renderer without settings. */
  public TerraformRenderer() {}

  @Override
  public String id() {
    return "terraform";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    return plan.plan().terraform().map(it -> render(plan, it)).orElseGet(Rendering::nothing);
  }

  private static Rendering render(ResolvedPlan plan, Terraform terraform) {
    Labels labels = new Labels(plan.vms());
    Labels ofContainers = new Labels(containers(plan));
    Optional<WrittenMacs> macs =
        terraform.importBlocks() ? Optional.of(new WrittenMacs(plan)) : Optional.empty();
    List<PlannedVm> vms = new ArrayList<>();
    List<PlannedContainer> containers = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      if (!plan.terraformGuests().makes(guest)) {
        continue;
      }
      if (guest instanceof Vm vm) {
        vms.add(PlannedVm.of(plan, macs.map(it -> it.of(vm)).orElse(vm), labels));
      } else if (guest instanceof Container container) {
        containers.add(PlannedContainer.of(
            plan, macs.map(it -> it.of(container)).orElse(container), ofContainers));
      }
    }
    Rendering rendering =
        terraform.manages().isEmpty() ? Rendering.nothing() : new BpgParts(plan).render();
    for (TerraformProvider provider : TerraformProvider.values()) {
      if (terraform.writesFor(provider)) {
        rendering = rendering.and(
            provider == TerraformProvider.BPG
                ? new BpgModule(plan, vms.size() + containers.size()).render(vms, containers)
                : new TelmateModule(plan).render(vms));
      }
    }
    return rendering.withGaps(refused(plan, terraform));
  }

  /** The guests that are in no module, by module. */
  private static List<Gap> refused(ResolvedPlan plan, Terraform terraform) {
    if (plan.terraformGuests().refusesNone()) {
      return List.of();
    }
    List<Gap> gaps = new ArrayList<>();
    for (TerraformProvider provider : TerraformProvider.values()) {
      if (terraform.writesFor(provider)) {
        plan.guests().forEach(guest -> gaps.addAll(refused(plan, guest, provider)));
      }
    }
    gaps.add(Gap.settled(PlanPath.of("terraform"), Step.GUESTS, APPLIED_BEFORE));
    return gaps;
  }

  private static List<Gap> refused(ResolvedPlan plan, Guest guest, TerraformProvider provider) {
    List<TerraformRefusal> all = plan.terraformGuests().refusals(guest);
    if (all.isEmpty()) {
      return List.of();
    }
    Step step = guest instanceof Vm vm && vm.template() ? Step.TEMPLATES : Step.GUESTS;
    List<Gap> gaps = all.stream()
        .filter(it -> it.provider() == provider)
        .map(it -> gap(it.at(), step, provider, it.reason()))
        .toList();
    return gaps.isEmpty()
        ? List.of(gap(
            guest.path(),
            step,
            provider,
            "it can not be in " + folder(all.get(0).provider())
                + ", and both modules make the same guests"))
        : gaps;
  }

  private static Gap gap(PlanPath at, Step step, TerraformProvider provider, String reason) {
    return Gap.of(at, step, "Not in " + folder(provider) + ": " + reason + ".");
  }

  private static String folder(TerraformProvider provider) {
    return provider == TerraformProvider.BPG ? BpgModule.FOLDER : TelmateModule.FOLDER;
  }

  private static List<Container> containers(ResolvedPlan plan) {
    return plan.guests().stream()
        .filter(Container.class::isInstance)
        .map(Container.class::cast)
        .toList();
  }
}
