package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something that stops in a scenario besides guests, nodes and Ceph.
 *
 * @param kind what kind of thing it is
 * @param name what it is: the network, storage, job or role
 * @param nodes names of the nodes it stops on; empty where that is all of them, or no matter
 * @param guests the guests that it is about
 * @since 0.1
 */
public record Interruption(
    InterruptionKind kind, String name, SortedSet<String> nodes, SortedSet<Vmid> guests) {

  private static final int SHOWN = 8;

  /** Keeps copies of the sets. */
  public Interruption {
    nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
    guests = Collections.unmodifiableSortedSet(new TreeSet<>(guests));
  }

  /** Whether data is gone for good if what has failed does not come back. */
  public boolean losesData() {
    return kind.compareTo(InterruptionKind.ONLY_COPY) >= 0;
  }

  /** One line, of many guests the first: {@code guests without network: vmbr2 on pve1 (guests 200, 201)}. */
  @Override
  public String toString() {
    return kind
        + ": "
        + name
        + (nodes.isEmpty() ? "" : " on " + String.join(", ", nodes))
        + (guests.isEmpty() ? "" : " (" + named(guests) + ")");
  }

  private static String named(Collection<Vmid> vmids) {
    return (vmids.size() == 1 ? "guest " : "guests ")
        + vmids.stream().limit(SHOWN).map(Vmid::toString).collect(Collectors.joining(", "))
        + (vmids.size() > SHOWN ? " and " + (vmids.size() - SHOWN) + " more" : "");
  }
}
