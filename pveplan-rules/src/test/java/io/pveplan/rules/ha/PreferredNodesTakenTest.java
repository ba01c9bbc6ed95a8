package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PreferredNodesTakenTest {

  private static final GuestRef SPARE = GuestRef.of(204);

  private final RuleVerifier rule = verify(new PreferredNodesTaken());

  @Test
  void a_guest_whose_preferred_nodes_are_taken_is_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]", "HA-018[ha/resource/201]")
        .withMessageContaining(
            "fails, guests that it is to be apart from have all preferred nodes that are left: pve");
  }

  @Test
  void a_preferred_node_to_spare_passes() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2, PVE3))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void without_its_only_preferred_node_a_guest_goes_anywhere() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void a_guest_elsewhere_whose_only_preferred_node_is_taken_is_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE2))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]")
        .withMessageContaining("left: pve2 (web);");
  }

  @Test
  void a_guest_elsewhere_goes_to_the_free_node_and_has_no_other() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE2, PVE3))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-018[ha/resource/200]");
  }

  @Test
  void a_guest_that_is_to_stay_elsewhere_has_the_free_node() {
    rule.on(staying(h -> h.nodeAffinity("home", a -> a.resources(SPARE).nodes(PVE2, PVE3))
            .resourceAffinity("apart", NEGATIVE, SPARE, WEB)))
        .passes();
  }

  @Test
  void guests_on_nodes_that_are_not_preferred_are_not_in_the_way() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE3))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void separation_that_follows_from_a_pair_counts() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE2))
            .resourceAffinity("pair", POSITIVE, APP, LOG)
            .resourceAffinity("apart", NEGATIVE, LOG, WEB)))
        .reportsExactly("HA-018[ha/resource/200]", "HA-018[ha/resource/203]");
  }

  @Test
  void strict_rules_leave_no_other_node_to_try() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .isNotApplicable();
  }

  @Test
  void guests_without_a_rule_about_each_other_are_not_looked_at() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2))))
        .isNotApplicable();
  }

  @Test
  void a_guest_whose_node_is_not_told_is_undecided() {
    rule.on(plan(PVE_9, c -> {
          var fifth = c.vm(205, "fifth", v -> v.disk(NAS, gib(8)));
          c.ha(h -> h.resources(fifth)
              .nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE2))
              .resourceAffinity("apart", NEGATIVE, APP, fifth));
        }))
        .isUndecidedFor("node of guest 205");
  }

  private static ClusterPlan staying(Consumer<HaSpec> rules) {
    return plan(PVE_9, c -> {
      c.vm(SPARE.vmid(), "spare", v -> v.node(PVE1).disk(NAS, gib(8)));
      c.ha(h -> h.resource(SPARE, r -> r.withoutFailback()));
      c.ha(rules);
    });
  }
}
