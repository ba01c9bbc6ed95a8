package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NicSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EvacuationTakesLongTest {

  private final RuleVerifier rule = verify(new EvacuationTakesLong());

  @Test
  void memory_that_travels_longer_than_half_an_hour_is_reported() {
    rule.on(lab(b -> b.speed(gbit(10)), gib(1024), gib(1024))).passes();
    rule.on(lab(b -> b.speed(gbit(10)), gib(1024), gib(1100)))
        .reportsExactly("HA-025[node/pve1]")
        .withMessageContaining(
            "2 machines under HA leave pve1 over 10Gbit/s, up to 2 at a time, which takes 31 minutes"
                + " or more");
  }

  @Test
  void several_at_a_time_want_a_fast_link() {
    rule.on(lab(b -> b.speed(gbit(1)), gib(8))).passes();
    rule.on(lab(b -> b.speed(gbit(1)), gib(8), gib(8)))
        .reportsExactly("HA-025[node/pve1]")
        .withMessageContaining("over 1Gbit/s, up to 2 at a time, which takes 3 minutes or more");
  }

  @Test
  void one_machine_has_one_leg_of_a_bond_and_several_have_all() {
    // 2,048 GiB take 30 minutes at 10 Gbit/s.
    rule.on(bonded(gib(1100), gib(1100))).passes();
    rule.on(bonded(gib(2200)))
        .reportsExactly("HA-025[node/pve1]")
        .withMessageContaining(
            "1 machines under HA leave pve1 over 20Gbit/s, up to 1 at a time, which takes 32 minutes"
                + " or more");
  }

  @Test
  void both_limits_can_be_set() {
    verify(new EvacuationTakesLong())
        .set(EvacuationTakesLong.SLOWEST_LINK, DataRate.gbit(1))
        .on(lab(b -> b.speed(gbit(1)), gib(8), gib(8)))
        .passes();
    verify(new EvacuationTakesLong())
        .set(EvacuationTakesLong.LONGEST_EVACUATION, Duration.ofMinutes(1))
        .on(lab(b -> b.speed(gbit(1)), gib(8)))
        .reportsExactly("HA-025[node/pve1]");
  }

  @Test
  void an_unknown_speed_is_undecided() {
    rule.on(lab(b -> {}, gib(8))).isUndecidedFor("speed of the migration network of pve1");
  }

  @Test
  void a_plan_without_ha_is_not_looked_at() {
    rule.on(lab(b -> b.speed(gbit(1)))).isNotApplicable();
  }

  private static ClusterPlan bonded(DataSize... guests) {
    return cluster("lab", c -> {
      var move = c.network("move", "10.0.2.0/24", net -> net.carries(MIGRATION));
      var nodes = c.nodes(List.of("pve1", "pve2"), it -> it, (n, it) -> {
        n.nic("eno1", b -> b.speed(gbit(10)))
            .nic("eno2", b -> b.speed(gbit(10)))
            .bond(lacp("bond0", "eno1", "eno2"), move.host(it.equals("pve1") ? 11 : 12));
      });
      c.migration(m -> m.over(move));
      List<GuestRef> all = new ArrayList<>();
      for (DataSize memory : guests) {
        int number = 100 + all.size();
        all.add(c.vm(number, "web" + number, v -> v.node(nodes.get(0)).memory(memory)));
      }
      c.ha(h -> h.resources(all));
    });
  }

  private static ClusterPlan lab(Consumer<NicSpec> nic, DataSize... guests) {
    return cluster("lab", c -> {
      var move = c.network("move", "10.0.2.0/24", net -> net.carries(MIGRATION));
      var pve1 = c.node("pve1", n -> n.nic("eno1", b -> nic.accept(b.addresses(move.host(11)))));
      c.node("pve2", n -> n.nic("eno1", b -> nic.accept(b.addresses(move.host(12)))));
      c.migration(m -> m.over(move));
      List<GuestRef> all = new ArrayList<>();
      for (DataSize memory : guests) {
        int number = 100 + all.size();
        all.add(c.vm(number, "web" + number, v -> v.node(pve1).memory(memory)));
      }
      c.ha(h -> h.resources(all));
    });
  }
}
