package io.pveplan.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.IpAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {

  private enum Vote {
    NONE,
    PLAIN,
    FORCED
  }

  private static Quorum quorum(int nodes, Vote qdevice) {
    ClusterPlan.Builder plan = ClusterPlan.builder()
        .name("prod")
        .addAllNodes(IntStream.rangeClosed(1, nodes)
            .mapToObj(number -> Node.builder().name("pve" + number).build())
            .toList());
    if (qdevice != Vote.NONE) {
      plan.corosync(Corosync.builder()
          .qdevice(QDevice.builder()
              .address(IpAddress.parse("10.0.0.9"))
              .force(qdevice == Vote.FORCED)
              .build())
          .build());
    }
    return Quorum.of(plan.build());
  }

  private static int tolerated(Quorum quorum, int nodes, int votesGone) {
    int failures = -1;
    while (failures < nodes
        && quorum.votesAfterLosing(failures + 1) - votesGone >= quorum.quorum()) {
      failures++;
    }
    return failures;
  }

  // Expected votes, quorum, tolerated node failures (pvecm.adoc; corosync, votequorum.c).
  @ParameterizedTest(name = "{0} nodes")
  @CsvSource({
    "2, 2, 2, 0",
    "3, 3, 2, 1",
    "4, 4, 3, 1",
    "5, 5, 3, 2",
    "6, 6, 4, 2",
    "7, 7, 4, 3",
    "8, 8, 5, 3",
    "15, 15, 8, 7",
  })
  void nodes_alone(int nodes, int expected, int quorum, int failures) {
    Quorum votes = quorum(nodes, Vote.NONE);

    assertThat(votes.expectedVotes()).isEqualTo(expected);
    assertThat(votes.quorum()).isEqualTo(quorum);
    assertThat(votes.qdeviceVotes()).isZero();
    assertThat(tolerated(votes, nodes, 0)).isEqualTo(failures);
  }

  // The last two: failures while the QDevice is up, and while it is down.
  @ParameterizedTest(name = "{0} nodes and a QDevice")
  @CsvSource({
    "2, 1, 3, 2, 1, 0",
    "3, 2, 5, 3, 2, 0",
    "4, 1, 5, 3, 2, 1",
    "5, 4, 9, 5, 4, 0",
    "6, 1, 7, 4, 3, 2",
    "7, 6, 13, 7, 6, 0",
    "8, 1, 9, 5, 4, 3",
    "15, 14, 29, 15, 14, 0",
  })
  void nodes_and_a_qdevice(
      int nodes, int qdevice, int expected, int quorum, int failures, int failuresWithout) {
    Quorum votes = quorum(nodes, Vote.FORCED);

    assertThat(votes.qdeviceVotes()).isEqualTo(qdevice);
    assertThat(votes.expectedVotes()).isEqualTo(expected);
    assertThat(votes.quorum()).isEqualTo(quorum);
    assertThat(tolerated(votes, nodes, 0)).isEqualTo(failures);
    assertThat(tolerated(votes, nodes, votes.qdeviceVotes())).isEqualTo(failuresWithout);
  }

  // pvecm qdevice setup refuses an odd number of nodes (pve-cluster, src/PVE/CLI/pvecm.pm).
  @ParameterizedTest(name = "{0} nodes and a QDevice without force: {1} votes")
  @CsvSource({"1, 0", "2, 1", "3, 0", "4, 1", "5, 0", "8, 1"})
  void a_qdevice_has_to_be_forced_on_an_odd_number_of_nodes(int nodes, int qdevice) {
    Quorum votes = quorum(nodes, Vote.PLAIN);

    assertThat(votes.qdeviceVotes()).isEqualTo(qdevice);
    assertThat(votes.expectedVotes()).isEqualTo(nodes + qdevice);
  }

  @Test
  void the_nodes_with_the_most_votes_are_lost_first() {
    Quorum votes = Quorum.of(ClusterPlan.builder()
        .name("prod")
        .addNodes(
            Node.builder().name("pve1").build(),
            Node.builder().name("pve2").votes(3).build(),
            Node.builder().name("pve3").votes(2).build())
        .build());

    assertThat(votes.votes("pve1")).isEqualTo(1);
    assertThat(votes.votes("pve2")).isEqualTo(3);
    assertThat(votes.votes("pve3")).isEqualTo(2);
    assertThat(votes.votes("pve9")).isZero();
    assertThat(votes.expectedVotes()).isEqualTo(6);
    assertThat(votes.quorum()).isEqualTo(4);
    assertThat(votes.votesAfterLosing(0)).isEqualTo(6);
    assertThat(votes.votesAfterLosing(1)).isEqualTo(3);
    assertThat(votes.votesAfterLosing(2)).isEqualTo(1);
    assertThat(votes.votesAfterLosing(99)).isZero();
  }

  @Test
  void a_node_is_lost_once() {
    Quorum votes = quorum(3, Vote.NONE);

    assertThat(votes.votesWithout(List.of("pve1", "pve1", "pve9"))).isEqualTo(2);
    assertThat(votes.votesWithout(List.of("pve1", "pve2", "pve3"))).isZero();
  }
}
