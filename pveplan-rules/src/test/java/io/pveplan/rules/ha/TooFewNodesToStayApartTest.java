package io.pveplan.rules.ha;

import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class TooFewNodesToStayApartTest {

  private final RuleVerifier rule = verify(new TooFewNodesToStayApart());

  @Test
  void fewer_nodes_than_guests_are_reported() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB, DB).nodes(PVE1, PVE2).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG)))
        .reportsExactly("HA-013[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps app (200), web (201), db (202) apart, but their node affinity rule home"
                + " names 2 nodes: pve1, pve2; Proxmox VE drops the rules apart and home with no more"
                + " than a log line");
  }

  @Test
  void rules_that_are_not_strict_count_as_well() {
    rule.on(nine(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(WEB).nodes(PVE1))
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-013[ha/rule/apart]")
        .withMessageContaining("node affinity rules home and away name 1 node: pve1;");
  }

  @Test
  void a_node_for_each_guest_of_the_node_affinity_rules_passes() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1, PVE2).strict())
            .resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG)))
        .passes();
  }

  @Test
  void a_negative_rule_without_node_affinity_passes() {
    rule.on(nine(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB))).passes();
  }

  @Test
  void guests_to_be_together_are_not_looked_at() {
    rule.on(nine(h -> h.nodeAffinity(
                "home", a -> a.resources(APP, WEB).nodes(PVE1).strict())
            .resourceAffinity("pair", POSITIVE, APP, WEB)))
        .isNotApplicable();
  }
}
