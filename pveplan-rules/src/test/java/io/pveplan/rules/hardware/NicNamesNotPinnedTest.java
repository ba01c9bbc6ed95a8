package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.activeBackup;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NicNamesNotPinnedTest {

  private final RuleVerifier rule = verify(new NicNamesNotPinned());

  @Test
  void names_that_systemd_gave_are_reported() {
    rule.on(node(ProductVersion.PVE_8_4, NicNamesNotPinnedTest::bond))
        .reportsExactly("NODE-024[node/pve1]")
        .withMessageContaining("eno1, eth1 of pve1 may have other names in 9")
        .withRemedyContaining("Pin the names by MAC address");
  }

  @Test
  void pinned_names_and_those_of_link_files_pass() {
    rule.on(node(
            ProductVersion.PVE_8_4,
            n -> n.nic("nic0").nic("enlan0", b -> b.pinned("02:00:5E:00:53:01"))))
        .passes();
  }

  @Test
  void the_line_is_that_of_the_node() {
    ClusterPlan plan = node(ProductVersion.PVE_8_4, NicNamesNotPinnedTest::bond);

    assertThat(ReportedLines.of(new NicNamesNotPinned(), plan))
        .containsExactly(plan.nodes().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_plan_for_9_and_a_node_without_cards_are_not_looked_at() {
    rule.on(node(ProductVersion.PVE_9, NicNamesNotPinnedTest::bond)).isNotApplicable();
    rule.on(node(ProductVersion.PVE_8_4, n -> {})).isNotApplicable();
  }

  private static void bond(NodeSpec n) {
    n.bond(activeBackup("bond0", "eth1", "eno1"));
  }

  private static ClusterPlan node(ProductVersion version, Consumer<NodeSpec> parts) {
    return cluster("lab", c -> c.target(version).node("pve1", parts));
  }
}
