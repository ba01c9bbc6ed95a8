package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import java.util.List;

/**
 * A guest that can not leave a node that is to be emptied.
 *
 * @param guest the guest
 * @param reason why not
 * @param conflict what together leaves it no node: without any one of these there would be one
 * @since 0.1
 */
public record StayingGuest(Vmid guest, String reason, List<String> conflict) {

  /** Keeps a copy of the list. */
  public StayingGuest {
    conflict = List.copyOf(conflict);
  }

  /** One line. */
  @Override
  public String toString() {
    return guest + ": " + reason
        + (conflict.isEmpty() ? "" : " (" + String.join("; ", conflict) + ")");
  }
}
