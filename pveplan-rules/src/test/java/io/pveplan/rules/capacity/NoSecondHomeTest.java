package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoSecondHomeTest {

  private final RuleVerifier rule = verify(new NoSecondHome());

  private interface Block {
    void in(HaSpec h, GuestRef db, List<NodeRef> nodes);
  }

  @Test
  void a_guest_must_fit_beside_the_guests_that_stay() {
    rule.on(lab(gib(46), (h, db, nodes) -> h.resources(db))).passes();
    rule.on(lab(gib(47), (h, db, nodes) -> h.resources(db)))
        .reportsExactly("CAP-004[ha/resource/100]")
        .withMessageContaining(
            "db01 has 47GiB of memory; of the nodes it can go to, pve2, pve3, none has more than"
                + " 46GiB for it");
  }

  @Test
  void only_nodes_that_it_may_run_on_count() {
    rule.on(lab(
            gib(40),
            (h, db, nodes) -> h.resources(db)
                .nodeAffinity(
                    "home",
                    a -> a.resources(db).nodes(nodes.get(0), nodes.get(2)).strict())))
        .reportsExactly("CAP-004[ha/resource/100]")
        .withMessageContaining("of the nodes it can go to, pve3, none has more than 30GiB");
  }

  @Test
  void one_that_may_go_nowhere_is_a_matter_of_another_rule() {
    rule.on(lab(
            gib(60),
            (h, db, nodes) -> h.resources(db)
                .nodeAffinity("home", a -> a.resources(db).nodes(nodes.get(0)).strict())))
        .passes();
  }

  @Test
  void unknown_memory_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))));
          c.node("pve2", n -> {});
          var db = c.vm(100, "db01", v -> v.node(pve1).memory(gib(8)));
          c.ha(h -> h.resources(db));
        }))
        .isUndecidedFor("memory of pve2");
  }

  @Test
  void a_guest_that_ha_leaves_alone_is_not_looked_at() {
    rule.on(lab(gib(60), (h, db, nodes) -> h.resource(db, r -> r.state(HaState.IGNORED))))
        .isNotApplicable();
  }

  private static ClusterPlan lab(DataSize guest, Block block) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))));
      var pve2 = c.node("pve2", n -> n.hardware(h -> h.memory(gib(64))));
      var pve3 = c.node("pve3", n -> n.hardware(h -> h.memory(gib(32))));
      var db = c.vm(100, "db01", v -> v.node(pve1).memory(guest));
      c.vm(101, "lab01", v -> v.node(pve2).memory(gib(16)));
      c.ha(h -> block.in(h, db, List.of(pve1, pve2, pve3)));
    });
  }
}
