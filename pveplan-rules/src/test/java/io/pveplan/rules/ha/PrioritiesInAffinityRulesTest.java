package io.pveplan.rules.ha;

import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class PrioritiesInAffinityRulesTest {

  private final RuleVerifier rule = verify(new PrioritiesInAffinityRules());

  @Test
  void two_priorities_of_a_guest_to_be_together_are_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).node(PVE1, 2).nodes(PVE2))
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .reportsExactly("HA-011[ha/rule/pair]")
        .withMessageContaining(
            "rule pair names app (200), whose node affinity rule home has several priorities;"
                + " Proxmox VE drops the rules pair and home with no more than a log line");
  }

  @Test
  void a_rule_with_one_priority_goes_with_it() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP).node(PVE1, 2).nodes(PVE2).strict())
            .nodeAffinity("other", a -> a.resources(WEB).nodes(PVE3, PVE4))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-011[ha/rule/apart]")
        .withMessageContaining(
            "rule apart names app (200), web (201), whose node affinity rule home has several"
                + " priorities; Proxmox VE drops the rules apart, home and other with no more than a"
                + " log line");
  }

  @Test
  void one_priority_passes() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).node(PVE1, 2).node(PVE2, 2))
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .passes();
  }

  @Test
  void none_is_priority_0() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).node(PVE1, 0).nodes(PVE2))
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .passes();
  }

  @Test
  void priorities_of_other_guests_pass() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(DB).node(PVE1, 2).nodes(PVE2))
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .passes();
  }

  @Test
  void priorities_alone_are_not_looked_at() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).node(PVE1, 2).nodes(PVE2))))
        .isNotApplicable();
  }
}
