package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LongBridgeNameTest {

  private final RuleVerifier rule = verify(new LongBridgeName());

  @Test
  void a_long_name_is_reported() {
    rule.on(node(n -> n.bridge("vmbrstorage", b -> b.over("eno1"))))
        .reportsExactly("NET-002[node/pve1/vmbrstorage]")
        .withMessageContaining("bridge vmbrstorage of node pve1 has 11 characters, more than 10")
        .withRemedyContaining("at most 10 letters and digits");
  }

  @Test
  void ten_characters_pass() {
    rule.on(node(n -> n.bridge("vmbrstorag", b -> b.over("eno1")))).passes();
  }

  @Test
  void an_underscore_is_reported() {
    rule.on(node(n -> n.bridge("br_lan", b -> b.over("eno1"))))
        .reportsExactly("NET-002[node/pve1/br_lan]")
        .withMessageContaining("has a name that is not of letters and digits alone");
  }

  @Test
  void names_of_other_interfaces_are_not_looked_at() {
    rule.on(node(n -> n.nic("enp65s0f0np0", x -> {}))).isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_bridge() {
    ClusterPlan plan = node(n -> n.bridge("br_lan", b -> b.over("eno1")));

    assertThat(ReportedLines.of(new LongBridgeName(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow());
  }

  private static ClusterPlan node(Consumer<NodeSpec> parts) {
    return cluster("lab", c -> c.node("pve1", parts::accept));
  }
}
