package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchedulerCountsGuestsTest {

  private final RuleVerifier rule = verify(new SchedulerCountsGuests());

  @Test
  void guests_of_very_different_size_are_reported() {
    rule.on(lab(gib(64), c -> {})).passes();
    rule.on(lab(gib(65), c -> {}))
        .reportsExactly("HA-026[ha]")
        .withMessageContaining("HA counts db01 of 65GiB as much as web01 of 8GiB");
  }

  @Test
  void the_factor_can_be_set() {
    verify(new SchedulerCountsGuests())
        .set(SchedulerCountsGuests.LARGEST_FACTOR, 10)
        .on(lab(gib(80), c -> {}))
        .passes();
  }

  @Test
  void static_scheduling_looks_at_the_size() {
    rule.on(lab(gib(65), c -> c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC)))))
        .passes();
  }

  @Test
  void two_nodes_leave_no_choice() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var db = c.vm(100, "db01", v -> v.node(pve1).memory(gib(80)));
          var web = c.vm(101, "web01", v -> v.node(pve1).memory(gib(8)));
          c.ha(h -> h.resources(db, web));
        }))
        .isNotApplicable();
  }

  private static ClusterPlan lab(DataSize largest, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var nodes = c.nodes(List.of(1, 2, 3), number -> "pve" + number, (n, number) -> {});
      var db = c.vm(100, "db01", v -> v.node(nodes.get(0)).memory(largest));
      var web = c.vm(101, "web01", v -> v.node(nodes.get(1)).memory(gib(8)));
      c.ha(h -> h.resources(db, web));
      more.accept(c);
    });
  }
}
