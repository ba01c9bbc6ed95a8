package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Nodes in turn for the guests of a profile. */
final class SpreadGuests {

  private SpreadGuests() {}

  /** The node of the guest that is declared; nothing, and a problem noted, if it has no turn. */
  static Optional<NodeRef> over(Scope guest, List<NodeRef> nodes) {
    guest.requireOpen();
    Objects.requireNonNull(nodes, "nodes");
    OptionalInt number = guest.definition.guestNumber();
    if (number.isEmpty()) {
      refuse(
          guest,
          "there is no guest with a number here to spread over nodes",
          "Guests of a profile have one: c.vms(vmids(200, 219), web). Name a node for others.");
      return Optional.empty();
    }
    if (nodes.isEmpty()) {
      refuse(guest, "there are no nodes to spread guests over", "Name one node at least.");
      return Optional.empty();
    }
    return Optional.of(nodes.get(Math.floorMod(number.getAsInt() - 1, nodes.size())));
  }

  private static void refuse(Scope guest, String message, String advice) {
    guest.definition.refuse(PlanProblem.of(
        guest.at.child("node"), new InvalidValueException(message, advice), CallSite.here()));
  }
}
