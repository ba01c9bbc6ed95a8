package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.*;
import static io.pveplan.model.ha.Affinity.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class GroupLargerThanNodeTest {

  private final RuleVerifier rule = verify(new GroupLargerThanNode());

  @Test
  void guests_that_fit_nowhere_together_are_reported() {
    rule.on(lab(gib(26), POSITIVE)).passes();
    rule.on(lab(gib(27), POSITIVE))
        .reportsExactly("HA-019[ha/rule/shop]")
        .withMessageContaining(
            "db01, web01 are to be together and want 48128 MiB; of pve2, pve3 none has that free");
  }

  @Test
  void guests_that_are_to_be_apart_are_not_looked_at() {
    rule.on(lab(gib(60), NEGATIVE)).isNotApplicable();
  }

  @Test
  void unknown_memory_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))));
          c.node("pve2", n -> {});
          var db = c.vm(100, "db01", v -> v.node(pve1).memory(gib(8)));
          var web = c.vm(101, "web01", v -> v.node(pve1).memory(gib(8)));
          c.ha(h -> h.resources(db, web).resourceAffinity("shop", POSITIVE, db, web));
        }))
        .isUndecidedFor("memory of pve2");
  }

  @Test
  void rules_that_share_a_guest_bind_all_of_theirs() {
    rule.on(three(PVE_9, HaState.STARTED))
        .reportsExactly("HA-019[ha/rule/a-b]")
        .withMessageContaining("a, b, c are to be together and want 61440 MiB; of pve2 none");
  }

  @Test
  void a_guest_that_is_not_kept_running_does_not_count() {
    rule.on(three(PVE_9, HaState.STOPPED)).passes();
  }

  @Test
  void there_is_no_such_rule_in_8_4() {
    rule.on(three(PVE_8_4, HaState.STARTED)).isNotApplicable();
  }

  // 20 GiB each, and two of them fit elsewhere.
  private static ClusterPlan three(ProductVersion release, HaState state) {
    return cluster("lab", c -> {
      c.target(release);
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(96))));
      c.node("pve2", n -> n.hardware(h -> h.memory(gib(50))));
      var a = c.vm(100, "a", v -> v.node(pve1).memory(gib(20)));
      var b = c.vm(101, "b", v -> v.node(pve1).memory(gib(20)));
      var third = c.vm(102, "c", v -> v.node(pve1).memory(gib(20)));
      c.ha(h -> h.resources(a, b)
          .resource(third, r -> r.state(state))
          .resourceAffinity("a-b", POSITIVE, a, b)
          .resourceAffinity("b-c", POSITIVE, b, third));
    });
  }

  // pve2 has 62 GiB beside its host and 16 GiB of another guest.
  private static ClusterPlan lab(DataSize db, Affinity affinity) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(96))));
      var pve2 = c.node("pve2", n -> n.hardware(h -> h.memory(gib(64))));
      c.node("pve3", n -> n.hardware(h -> h.memory(gib(32))));
      var first = c.vm(100, "db01", v -> v.node(pve1).memory(db));
      var second = c.vm(101, "web01", v -> v.node(pve1).memory(gib(20)));
      c.vm(102, "lab01", v -> v.node(pve2).memory(gib(16)));
      c.ha(h -> h.resources(first, second).resourceAffinity("shop", affinity, first, second));
    });
  }
}
