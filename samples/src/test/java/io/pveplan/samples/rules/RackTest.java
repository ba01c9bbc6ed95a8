package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.fluent.Conditions.*;
import static io.pveplan.rules.fluent.FluentRule.rule;
import static io.pveplan.rules.fluent.HardwareTerms.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.*;
import org.junit.jupiter.api.Test;

class RackTest {

  static final Rule RACK = rule("ACME-001", Severity.WARNING)
      .forEach(nodes())
      .should(have(rack()))
      .fix("Name the rack: n.hardware(h -> h.rack(\"a3\")).");

  @Test
  void a_node_without_rack_is_reported() {
    verify(RACK)
        .on(cluster("lab", c -> c.node("pve1", n -> {})))
        .reportsExactly("ACME-001[node/pve1]");
  }
}
