package io.pveplan.model.cluster;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Node;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic of votes: how many there are, how many are needed, what is left when nodes are
 * gone.
 *
 * <p>A QDevice on an even number of nodes has one vote (algorithm ffsplit). On an odd number it has
 * none unless it is forced, since it is not set up then; forced, it has one less than there are
 * nodes (algorithm lms): pve-cluster, src/PVE/CLI/pvecm.pm, and corosync, exec/votequorum.c.
 *
 * @since 0.1
 */
public final class Quorum {

  private final Map<String, Integer> nodeVotes = new HashMap<>();
  private final List<Integer> descending;
  private final int qdeviceVotes;
  private final int expected;

  private Quorum(ClusterPlan plan) {
    for (Node node : plan.nodes()) {
      nodeVotes.put(node.name(), node.votes().orElse(1));
    }
    descending = nodeVotes.values().stream().sorted(Comparator.reverseOrder()).toList();
    qdeviceVotes =
        plan.corosync().flatMap(Corosync::qdevice).map(it -> votes(it, plan)).orElse(0);
    expected = descending.stream().mapToInt(Integer::intValue).sum() + qdeviceVotes;
  }

  private static int votes(QDevice qdevice, ClusterPlan plan) {
    int nodes = plan.nodes().size();
    if (nodes % 2 == 0) {
      return 1;
    }
    return qdevice.force() ? nodes - 1 : 0;
  }

  /** The votes of a plan. */
  public static Quorum of(ClusterPlan plan) {
    return new Quorum(plan);
  }

  /** Votes of a node; 0 for a node that is not in the plan. */
  public int votes(String node) {
    return nodeVotes.getOrDefault(node, 0);
  }

  /** Votes of the QDevice; 0 without one, and for one that is not set up. */
  public int qdeviceVotes() {
    return qdeviceVotes;
  }

  /** All votes, those of the QDevice included. */
  public int expectedVotes() {
    return expected;
  }

  /** Votes that a part of the cluster needs to go on: more than half. */
  public int quorum() {
    return expected / 2 + 1;
  }

  /** Votes that are left when the nodes with the most votes are gone and the QDevice is not. */
  public int votesAfterLosing(int nodes) {
    int left = expected;
    for (int i = 0; i < Math.min(nodes, descending.size()); i++) {
      left -= descending.get(i);
    }
    return left;
  }

  /** Votes that are left when these nodes are gone and the QDevice is not. */
  public int votesWithout(Collection<String> nodes) {
    return expected - nodes.stream().distinct().mapToInt(this::votes).sum();
  }
}
