package io.pveplan.rules.ha;

import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class GuestInSeveralNodeRulesTest {

  private final RuleVerifier rule = verify(new GuestInSeveralNodeRules());

  @Test
  void a_guest_of_two_rules_is_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(APP).nodes(PVE2))))
        .reportsExactly("HA-007[ha/resource/200]")
        .withMessageContaining(
            "app is in 2 node affinity rules; Proxmox VE drops the rules away and home with no more"
                + " than a log line")
        .withRemedyContaining(
            "Put the guest into one node affinity rule that names all its nodes.");
  }

  @Test
  void each_guest_of_two_rules_is_reported() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1).strict())
            .nodeAffinity("away", a -> a.resources(APP, WEB).nodes(PVE2))))
        .reportsExactly("HA-007[ha/resource/200]", "HA-007[ha/resource/201]");
  }

  @Test
  void a_rule_for_each_guest_passes() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(WEB).nodes(PVE1))))
        .passes();
  }

  @Test
  void guests_without_node_affinity_are_not_looked_at() {
    rule.on(nine(h -> {})).isNotApplicable();
  }

  @Test
  void groups_of_8_4_are_another_matter() {
    rule.on(eight(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(APP).nodes(PVE2))))
        .isNotApplicable();
  }

  @Test
  void a_rule_that_is_switched_off_does_not_count() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(APP).nodes(PVE2).disabled())))
        .passes();
  }
}
