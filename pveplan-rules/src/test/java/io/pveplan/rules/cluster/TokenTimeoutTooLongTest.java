package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TokenTimeoutTooLongTest {

  private final RuleVerifier rule = verify(new TokenTimeoutTooLong());

  private static ClusterPlan nodes(int count, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      for (int number = 1; number <= count; number++) {
        c.node("pve" + number, n -> {});
      }
      more.accept(c);
    });
  }

  // 2.2 x (3000 + 31 x 650) + 50 = 50980; with 30 more nodes than two it is 49550.
  @Test
  void thirty_three_nodes_of_8_4_are_reported() {
    rule.on(nodes(33, c -> c.target(ProductVersion.PVE_8_4)))
        .reportsExactly("CLU-036[corosync]")
        .withMessageContaining("33 nodes with token coefficient 650 ms may take 50980 ms to form"
            + " the cluster again")
        .withRemedyContaining("Lower the token coefficient");
    rule.on(nodes(32, c -> c.target(ProductVersion.PVE_8_4))).passes();
  }

  @Test
  void what_the_plan_says_counts() {
    rule.on(nodes(33, c -> c.corosync(k -> k.tokenCoefficient(125)))).passes();
    rule.on(nodes(4, c -> c.corosync(k -> k.tokenCoefficient(10_000))))
        .reportsExactly("CLU-036[corosync]")
        .withMessageContaining("4 nodes with token coefficient 10000 ms may take 50650 ms");
  }

  @Test
  void the_time_can_be_set() {
    rule.set(TokenTimeoutTooLong.LONGEST, Duration.ofMillis(6650))
        .on(nodes(2, c -> {}))
        .passes();
    rule.set(TokenTimeoutTooLong.LONGEST, Duration.ofMillis(6649))
        .on(nodes(2, c -> {}))
        .reportsExactly("CLU-036[corosync]");
  }

  @Test
  void with_9_the_default_depends_on_the_day_of_creation() {
    rule.on(nodes(32, c -> {})).passes();
    rule.on(nodes(33, c -> {})).isUndecidedFor("token coefficient");
  }

  @Test
  void a_single_node_is_no_cluster() {
    rule.on(nodes(1, c -> {})).isNotApplicable();
  }
}
