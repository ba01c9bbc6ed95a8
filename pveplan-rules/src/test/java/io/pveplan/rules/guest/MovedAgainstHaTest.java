package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovedAgainstHaTest {

  private final RuleVerifier rule = verify(new MovedAgainstHa());

  // app goes from pve1 to pve2.
  private static ClusterPlan under(BiConsumer<HaSpec, GuestRef> ha) {
    return lab(c -> {
      var app = c.vm(200, "app", v -> v.node(PVE1));
      c.ha(h -> ha.accept(h, app));
      c.migrate(app, PVE2, m -> m.online());
    });
  }

  private static ClusterPlan ranked(Consumer<HaSpec.ResourceSpec> resource) {
    return under((h, app) -> h.resource(app, resource)
        .nodeAffinity("home", a -> a.resources(app).node(PVE1, 2).node(PVE2, 1)));
  }

  private static ClusterPlan apart(Optional<NodeRef> other, HaState state) {
    return lab(c -> {
      var app = c.vm(200, "app", v -> v.node(PVE1));
      var web = c.vm(201, "web", v -> other.ifPresent(v::node));
      c.ha(h -> h.resources(app)
          .resource(web, r -> r.state(state))
          .nodeAffinity("east", a -> a.resources(web).nodes(PVE2, PVE3).strict())
          .resourceAffinity("apart", Affinity.NEGATIVE, app, web));
      c.migrate(app, PVE2, m -> m.online());
    });
  }

  @Test
  void a_strict_rule_that_excludes_the_target_is_reported() {
    rule.on(movingOut(n -> {}, v -> {}))
        .reportsExactly("MIG-027[migration/200/pve2]")
        .withMessageContaining("app moves to pve2, but HA moves it away again by strict rule west");
  }

  @Test
  void a_group_of_8_4_is_one() {
    rule.on(lab(c -> {
          c.target(ProductVersion.PVE_8_4);
          var app = c.vm(200, "app", v -> v.node(PVE1));
          c.ha(h -> h.resources(app)
              .nodeAffinity("west", a -> a.resources(app).nodes(PVE1).strict()));
          c.migrate(app, PVE2, m -> m.online());
        }))
        .reportsExactly("MIG-027[migration/200/pve2]");
  }

  @Test
  void a_target_of_a_lower_priority_is_reported_unless_the_guest_stays() {
    rule.on(ranked(r -> {}))
        .reportsExactly("MIG-027[migration/200/pve2]")
        .withMessageContaining("HA moves it back by the priorities of rule home");
    rule.on(ranked(r -> r.withoutFailback())).passes();
  }

  @ParameterizedTest
  @EnumSource(names = {"STOPPED", "DISABLED"})
  void a_guest_that_does_not_run_is_moved_when_it_starts(HaState state) {
    rule.on(ranked(r -> r.state(state)))
        .reportsExactly("MIG-027[migration/200/pve2]")
        .withMessageContaining("HA moves it back when it starts, by the priorities of rule home");
  }

  @ParameterizedTest
  @EnumSource(names = "IGNORED", mode = EnumSource.Mode.EXCLUDE)
  void a_partner_that_it_is_kept_apart_from_is_reported(HaState state) {
    rule.on(apart(Optional.of(PVE2), state))
        .reportsExactly("MIG-027[migration/200/pve2]")
        .withMessageContaining("app moves to pve2, but HA keeps it apart from vm:201");
  }

  @Test
  void a_partner_elsewhere_or_ignored_passes() {
    rule.on(apart(Optional.of(PVE3), HaState.STARTED)).passes();
    rule.on(apart(Optional.of(PVE2), HaState.IGNORED)).passes();
  }

  @Test
  void a_partner_of_which_nobody_knows_where_it_is_is_undecided() {
    rule.on(apart(Optional.empty(), HaState.STARTED)).isUndecidedFor("node of guest 201");
  }

  @Test
  void a_move_without_rules_passes() {
    rule.on(under((h, app) -> h.resources(app))).passes();
  }

  @Test
  void guests_that_ha_does_not_manage_are_not_looked_at() {
    rule.on(moving(v -> {}, m -> m.online())).isNotApplicable();
    rule.on(ranked(r -> r.state(HaState.IGNORED))).isNotApplicable();
  }
}
