package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.HaSpec;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SeparationUsesEveryNodeTest {

  private final RuleVerifier rule = verify(new SeparationUsesEveryNode());

  @Test
  void a_guest_on_every_node_is_reported() {
    rule.on(nine(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG)))
        .reportsExactly("HA-017[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps 4 guests apart (app, web, db, log) on 4 nodes (pve1, pve2, pve3, pve4):"
                + " when one of these fails, its guest has nowhere to go");
  }

  @Test
  void a_guest_on_every_node_of_a_strict_rule_is_reported() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-017[ha/rule/apart]")
        .withMessageContaining("(app, web) on 2 nodes (pve1, pve2)");
  }

  @Test
  void the_strict_rule_of_a_guest_to_be_with_counts() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(DB, LOG).nodes(PVE1, PVE2).strict())
            .resourceAffinity("app-db", POSITIVE, APP, DB)
            .resourceAffinity("web-log", POSITIVE, WEB, LOG)
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-017[ha/rule/apart]");
  }

  @Test
  void a_spare_node_passes() {
    rule.on(nine(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB, DB))).passes();
  }

  @Test
  void nodes_that_are_preferred_only_leave_the_others() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
  }

  @Test
  void a_guest_that_is_off_needs_no_node() {
    rule.on(plan(PVE_9, c -> {
          var spare = c.vm(204, "spare", v -> v.disk(NAS, gib(8)));
          c.ha(h -> h.resource(spare, r -> r.state(HaState.STOPPED))
              .resourceAffinity("apart", NEGATIVE, APP, WEB, DB, spare));
        }))
        .passes();
  }

  @Test
  void a_rule_that_is_dropped_is_not_looked_at() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .isNotApplicable();
  }

  @Test
  void several_rules_that_keep_guests_apart_count_as_one() {
    Consumer<HaSpec> rules = h -> h.resourceAffinity("app-web", NEGATIVE, APP, WEB)
        .resourceAffinity("web-db", NEGATIVE, WEB, DB)
        .resourceAffinity("app-db", NEGATIVE, APP, DB);

    rule.on(nine(h -> rules.accept(h.nodeAffinity(
            "home", a -> a.resources(APP, WEB, DB).nodes(PVE1, PVE2, PVE3).strict()))))
        .reportsExactly("HA-017[ha/rule/app-web]")
        .withMessageContaining("rules keep 3 guests apart (app, web, db) on 3 nodes (pve1, pve2,"
            + " pve3): when one of these fails");
    rule.on(nine(rules)).passes();
  }

  @Test
  void there_is_no_such_rule_in_8_4() {
    rule.on(eight(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG)))
        .isNotApplicable();
  }
}
