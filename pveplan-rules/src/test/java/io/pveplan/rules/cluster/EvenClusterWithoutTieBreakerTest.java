package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CorosyncSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenClusterWithoutTieBreakerTest {

  private final RuleVerifier rule = verify(new EvenClusterWithoutTieBreaker());

  private static ClusterPlan nodes(int count, Consumer<CorosyncSpec> corosync) {
    return cluster("lab", c -> {
      for (int number = 1; number <= count; number++) {
        c.node("pve" + number, n -> {});
      }
      c.corosync(corosync::accept);
    });
  }

  @Test
  void four_nodes_alone_are_reported() {
    rule.on(nodes(4, k -> {}))
        .reportsExactly("CLU-007[cluster]")
        .withMessageContaining("the cluster has 4 nodes and no QDevice: two halves of 2 stop")
        .withRemedyContaining("QDevice");
  }

  @Test
  void a_qdevice_breaks_the_tie() {
    rule.on(nodes(6, k -> k.qdevice("10.0.0.9"))).passes();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void two_nodes_and_odd_numbers_are_left_alone(int count) {
    rule.on(nodes(count, k -> {})).isNotApplicable();
  }
}
