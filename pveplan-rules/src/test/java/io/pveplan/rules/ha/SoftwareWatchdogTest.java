package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.HaSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SoftwareWatchdogTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");

  private final RuleVerifier rule = verify(new SoftwareWatchdog());

  private static ClusterPlan lab(Consumer<NodeSpec> second, BiConsumer<HaSpec, GuestRef> ha) {
    return cluster("lab", c -> {
      c.node("pve1", n -> n.watchdogModule("ipmi_watchdog"));
      c.node("pve2", second);
      var app = c.vm(200, "app", v -> {});
      c.ha(h -> ha.accept(h, app));
    });
  }

  @Test
  void a_node_without_a_module_is_reported() {
    rule.on(lab(n -> {}, (h, app) -> h.resources(app)))
        .reportsExactly("HA-023[node/pve2]")
        .withMessageContaining("pve2 may run guests under HA and has no watchdog but softdog")
        .withRemedyContaining("Name the module of its hardware watchdog, if it has one");
  }

  @Test
  void softdog_is_none() {
    rule.on(lab(n -> n.watchdogModule("softdog"), (h, app) -> h.resources(app)))
        .reportsExactly("HA-023[node/pve2]");
  }

  @Test
  void a_module_on_each_node_passes() {
    rule.on(lab(n -> n.watchdogModule("iTCO_wdt"), (h, app) -> h.resources(app)))
        .passes();
  }

  @Test
  void a_node_that_no_guest_of_ha_may_run_on_needs_none() {
    rule.on(lab(
            n -> {},
            (h, app) -> h.resources(app)
                .nodeAffinity("home", a -> a.resources(app).nodes(PVE1).strict())))
        .passes();
  }

  @Test
  void without_ha_nothing_is_fenced() {
    rule.on(lab(n -> {}, (h, app) -> h.resource(app, r -> r.state(HaState.IGNORED))))
        .isNotApplicable();
  }
}
