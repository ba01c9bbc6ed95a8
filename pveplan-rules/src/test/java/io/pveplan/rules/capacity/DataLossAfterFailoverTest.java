package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.rules.capacity.Labs.PVE1;
import static io.pveplan.rules.capacity.Labs.PVE2;
import static io.pveplan.rules.capacity.Labs.PVE3;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataLossAfterFailoverTest {

  private final RuleVerifier rule = verify(new DataLossAfterFailover());

  /** HA prefers pve3, whose copy is as old as this schedule lets it become. */
  private static ClusterPlan plan(String schedule, int rpo, boolean goal) {
    return cluster("lab", c -> {
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var guest = c.vm(101, "vm101", v -> v.node(PVE1).disk(tank, gib(8)).rpo(minutes(rpo)));
      c.replicate(guest, PVE2, s -> s.schedule("*/5"))
          .replicate(guest, PVE3, s -> s.schedule(schedule));
      c.ha(h -> h.resources(guest)
          .nodeAffinity("home", a -> a.resources(guest).node(PVE1, 2).node(PVE3, 1)));
      if (goal) {
        c.mustSurvive(1, NODE);
      }
    });
  }

  @Test
  void a_copy_that_is_young_enough_passes() {
    rule.on(plan("*/15", 20, true)).passes();
  }

  @Test
  void the_copy_of_the_node_that_ha_chooses_counts() {
    rule.on(plan("*/30", 20, true))
        .reportsExactly("CAP-016[guest/101]")
        .withMessageContaining(
            "guest 101 (vm101) may lose 20min; when node pve1 fails, HA starts it"
                + " on pve3 from a copy that is up to 30min old");
  }

  @Test
  void a_guest_whose_copies_are_all_too_old_is_the_matter_of_another_rule() {
    rule.on(plan("*/30", 3, true)).passes();
  }

  @Test
  void without_a_goal_or_an_rpo_it_is_not_applicable() {
    rule.on(plan("*/30", 20, false)).isNotApplicable();
    rule.on(Labs.lab(3, c -> c.mustSurvive(1, NODE))).isNotApplicable();
  }
}
