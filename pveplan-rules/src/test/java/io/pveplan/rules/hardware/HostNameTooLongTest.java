package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HostNameTooLongTest {

  private final RuleVerifier rule = verify(new HostNameTooLong());

  @Test
  void a_host_name_of_more_than_253_characters_is_reported() {
    ClusterPlan plan = domain(String.join(".", Collections.nCopies(25, "abcdefghi")));

    rule.on(plan)
        .reportsExactly("NODE-002[node/pve1]")
        .withMessageContaining(
            "the host name of node pve1 has 254 characters with its domain, " + "more than 253")
        .withRemedyContaining("pve1.example.org");
    assertThat(ReportedLines.of(new HostNameTooLong(), plan))
        .containsExactly(plan.nodes().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_usual_name_passes() {
    rule.on(domain("example.net")).passes();
  }

  @Test
  void without_domain_it_is_undecided() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isUndecidedFor("domain of the nodes");
  }

  @Test
  void a_plan_without_nodes_is_not_looked_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }

  private static ClusterPlan domain(String domain) {
    return cluster("lab", c -> {
      c.everyNode(n -> n.domain(domain));
      c.node("pve1", n -> {});
    });
  }
}
