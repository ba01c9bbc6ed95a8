package io.pveplan.rules.ha;

import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class TogetherInSeveralNodeRulesTest {

  private final RuleVerifier rule = verify(new TogetherInSeveralNodeRules());

  @Test
  void guests_in_two_rules_are_reported() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1, PVE2))
            .nodeAffinity("away", a -> a.resources(WEB).nodes(PVE1, PVE2))
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .reportsExactly("HA-012[ha/rule/pair]")
        .withMessageContaining(
            "rule pair keeps together app (200), web (201), which are in the node affinity rules home"
                + " and away; Proxmox VE drops the rules pair, home and away with no more than a log"
                + " line");
  }

  @Test
  void rules_that_meet_are_one_finding() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(DB).nodes(PVE1))
            .resourceAffinity("more", POSITIVE, WEB, DB)
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .reportsExactly("HA-012[ha/rule/pair]")
        .withMessageContaining("rules pair and more keep together app (200), db (202)");
  }

  @Test
  void one_rule_for_all_of_them_passes() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP, WEB).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(LOG).nodes(PVE1))
            .resourceAffinity("pair", POSITIVE, APP, WEB, DB)))
        .passes();
  }

  @Test
  void guests_to_be_apart_may_be_in_several_rules() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(WEB).nodes(PVE2))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .isNotApplicable();
  }
}
