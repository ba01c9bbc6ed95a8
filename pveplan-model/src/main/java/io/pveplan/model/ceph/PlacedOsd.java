package io.pveplan.model.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/**
 * An OSD as CRUSH will see it: with a number, a place and a weight.
 *
 * @param number number in the order of the plan, from 0 on; Ceph counts in the order of creation
 * @param node the node it is on
 * @param osd what the plan says of it
 * @param capacity its share of the disk, if the plan tells the size of that
 * @param rack rack of the node, if the plan tells it
 * @param room room of the rack, if the plan tells it
 * @since 0.1
 */
public record PlacedOsd(
    int number,
    Node node,
    Osd osd,
    Optional<DataSize> capacity,
    Optional<String> rack,
    Optional<String> room) {

  /** What kind of device it is; nothing if neither plan nor disk tells. */
  public Optional<String> deviceClass() {
    return osd.deviceClass();
  }

  /** Its bucket of a type: {@code osd.3}, the node, the rack, the room; nothing if unknown. */
  public Optional<String> bucket(FailureDomain type) {
    return switch (type) {
      case OSD -> Optional.of("osd." + number);
      case HOST -> Optional.of(node.name());
      case RACK -> rack;
      case ROOM -> room;
    };
  }

  /** The place of it in the plan. */
  public PlanPath path() {
    return node.path().child("osd", osd.device());
  }
}
