package com.example.acme.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeOutsideNamingConventionTest {

  private final RuleVerifier rule = verify(new NodeOutsideNamingConvention());

  private static ClusterPlan node(String name) {
    return cluster("lab", c -> c.node(name, n -> {}));
  }

  @Test
  void site_and_two_digits_pass() {
    rule.on(node("muc1-pve01")).passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pve1", "muc1-pve1", "muc-pve01", "MUC1-pve01", "muc1-pve001"})
  void another_name_is_reported(String name) {
    rule.on(node(name))
        .reportsExactly("ACME-001[node/" + name + "]")
        .withMessageContaining("node " + name + " is not named site-pveNN");
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
