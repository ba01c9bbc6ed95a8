package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.List;

/**
 * What one more failure does while a node is empty and off.
 *
 * @param lost name of the node that fails
 * @param quorate whether the rest of the cluster can go on
 * @param down guests under HA that are not started anywhere else
 * @param full nodes that then need more memory than they have
 * @param pools names of Ceph pools that then can not be read and written, and could before
 * @param hanging guests that are up without their storage, and had it before
 * @since 0.1
 */
public record DrainRisk(
    String lost,
    boolean quorate,
    List<Vmid> down,
    List<FullNode> full,
    List<String> pools,
    List<Vmid> hanging) {

  /** Keeps copies of the lists. */
  public DrainRisk {
    down = List.copyOf(down);
    full = List.copyOf(full);
    pools = List.copyOf(pools);
    hanging = List.copyOf(hanging);
  }

  boolean harmless() {
    return quorate && down.isEmpty() && full.isEmpty() && pools.isEmpty() && hanging.isEmpty();
  }

  /** One line. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (!quorate) {
      words.add("no quorum");
    }
    if (!down.isEmpty()) {
      words.add(
          "not started: " + String.join(", ", down.stream().map(Vmid::toString).toList()));
    }
    if (!pools.isEmpty()) {
      words.add("Ceph pools that stop: " + String.join(", ", pools));
    }
    if (!hanging.isEmpty()) {
      words.add("without their storage: "
          + String.join(", ", hanging.stream().map(Vmid::toString).toList()));
    }
    full.forEach(node -> words.add(node.toString()));
    return lost + " fails: " + String.join("; ", words);
  }
}
