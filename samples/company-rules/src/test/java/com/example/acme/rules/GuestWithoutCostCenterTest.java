package com.example.acme.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class GuestWithoutCostCenterTest {

  private final RuleVerifier rule = verify(new GuestWithoutCostCenter());

  private static ClusterPlan wiki(String... tags) {
    return cluster("lab", c -> c.vm(100, "wiki", v -> v.tags(tags)));
  }

  @Test
  void one_cost_center_passes() {
    rule.on(wiki("prod", "cc-4711")).passes();
  }

  @Test
  void a_guest_without_tags_is_reported() {
    rule.on(wiki())
        .reportsExactly("ACME-002[guest/100]")
        .withMessageContaining("wiki has no cost center")
        .withRemedyContaining("v.tags(\"cc-4711\")");
  }

  @Test
  void a_cost_center_of_three_digits_is_none() {
    rule.on(wiki("cc-471")).reportsExactly("ACME-002[guest/100]");
  }

  @Test
  void two_cost_centers_are_reported() {
    rule.on(wiki("cc-4711", "cc-0815"))
        .reportsExactly("ACME-002[guest/100]")
        .withMessageContaining("wiki has cc-0815 and cc-4711");
  }
}
