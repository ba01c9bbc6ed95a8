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

class QDeviceOnOddNodeCountTest {

  private final RuleVerifier rule = verify(new QDeviceOnOddNodeCount());

  private static ClusterPlan nodes(int count, Consumer<CorosyncSpec> corosync) {
    return cluster("lab", c -> {
      for (int number = 1; number <= count; number++) {
        c.node("pve" + number, n -> {});
      }
      c.corosync(corosync::accept);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void an_odd_number_of_nodes_is_reported(int count) {
    rule.on(nodes(count, k -> k.qdevice("10.0.0.9")))
        .reportsExactly("CLU-005[corosync/qdevice]")
        .withMessageContaining(
            "the QDevice is not forced, and " + count + " nodes are an odd number")
        .withRemedyContaining("Leave the QDevice out");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void an_even_number_of_nodes_passes(int count) {
    rule.on(nodes(count, k -> k.qdevice("10.0.0.9"))).passes();
  }

  @Test
  void a_forced_one_is_left_to_another_rule() {
    rule.on(nodes(3, k -> k.forcedQdevice("10.0.0.9"))).passes();
  }

  @Test
  void without_qdevice_or_without_nodes_it_is_not_applicable() {
    rule.on(nodes(3, k -> {})).isNotApplicable();
    rule.on(nodes(0, k -> k.qdevice("10.0.0.9"))).isNotApplicable();
  }
}
