package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.milliseconds;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NetworkSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTooHighTest {

  private final RuleVerifier rule = verify(new LatencyTooHigh());

  private static ClusterPlan nodes(int count, Consumer<NetworkSpec> ring) {
    return cluster("lab", c -> {
      for (int number = 1; number <= count; number++) {
        c.node("pve" + number, n -> {});
      }
      var net = c.network("ring", ring::accept);
      c.corosync(k -> k.link(0, net));
    });
  }

  @Test
  void five_milliseconds_are_reported() {
    rule.on(nodes(4, net -> net.latency(milliseconds(5))))
        .reportsExactly("CLU-032[corosync/link0]")
        .withMessageContaining("the round trip of link0 over network ring takes up to 5 ms")
        .withRemedyContaining("one LAN");
  }

  @ParameterizedTest(name = "{0} nodes, {1} ms: hardly works = {2}")
  @CsvSource({"3, 11, false", "4, 10, false", "4, 11, true"})
  void many_nodes_far_apart_hardly_work(int count, int latency, boolean hardly) {
    String end = hardly ? " ms, which is very unlikely to work with 4 nodes" : " ms";

    assertThat(RuleBook.standard()
            .check(nodes(count, net -> net.latency(milliseconds(latency))))
            .findings())
        .filteredOn(finding -> finding.ruleId().equals("CLU-032"))
        .extracting(Finding::message)
        .containsExactly("the round trip of link0 over network ring takes up to " + latency + end);
  }

  @Test
  void less_passes_and_the_limit_can_be_set() {
    ClusterPlan plan = nodes(3, net -> net.latency(Duration.ofNanos(4_900_000)));

    rule.on(plan).passes();
    rule.set(LatencyTooHigh.TOO_HIGH, milliseconds(2))
        .on(plan)
        .reportsExactly("CLU-032[corosync/link0]")
        .withMessageContaining("up to 4.9 ms");
  }

  @Test
  void a_second_link_that_says_nothing_is_undecided() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      var ring = c.network("ring", net -> net.latency(milliseconds(1)));
      var mgmt = c.network("mgmt", net -> {});
      c.corosync(k -> k.link(0, ring).link(1, mgmt));
    });

    rule.on(plan).isUndecidedFor("latency of network mgmt");
  }

  @Test
  void without_any_latency_or_a_second_node_it_is_not_applicable() {
    rule.on(nodes(3, net -> {})).isNotApplicable();
    rule.on(nodes(1, net -> net.latency(milliseconds(20)))).isNotApplicable();
  }
}
