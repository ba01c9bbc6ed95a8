package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.testing.Golden;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.samples.Printed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How rules of one's own are tested. */
class CustomRuleTest {

  @Test
  void a_node_without_rack_is_reported() {
    verify(new NodeWithoutRack())
        .on(cluster("lab", c -> c.node("pve1", n -> {})))
        .reportsExactly("ACME-001[node/pve1]");
  }

  @Test
  void a_node_with_a_rack_passes() {
    verify(new NodeWithoutRack())
        .on(cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.rack("a3")))))
        .passes();
  }

  @Test
  void the_program_finds_both() {
    assertThat(CustomRule.check(CustomRule.plan()).findings())
        .extracting(Finding::key)
        .containsExactly("ACME-001[node/pve1]", "ACME-002[guest/100]");
  }

  @Test
  void the_pack_is_found_as_a_service() {
    assertThat(RuleBook.standard().check(CustomRule.plan()).findings())
        .extracting(Finding::key)
        .contains("ACME-002[guest/100]")
        .doesNotContain("ACME-001[node/pve1]");
  }

  @Test
  void the_program_prints_both_and_explains_the_service() {
    String printed = Printed.by(() -> CustomRule.main(new String[0]));

    Golden.of("programs").matches(Map.of("custom-rule.txt", printed));
  }
}
