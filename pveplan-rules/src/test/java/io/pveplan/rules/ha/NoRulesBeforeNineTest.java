package io.pveplan.rules.ha;

import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoRulesBeforeNineTest {

  private final RuleVerifier rule = verify(new NoRulesBeforeNine());

  @Test
  void guests_to_be_apart_or_together_are_reported() {
    rule.on(eight(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .reportsExactly("HA-015[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps guests apart, for which Proxmox VE 8.4 has no rules");
    rule.on(eight(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB)))
        .reportsExactly("HA-015[ha/rule/pair]")
        .withMessageContaining("rule pair keeps guests together,");
  }

  @Test
  void a_second_group_for_a_guest_is_reported() {
    rule.on(eight(h -> h.nodeAffinity("home", a -> a.resources(APP).nodes(PVE1))
            .nodeAffinity("away", a -> a.resources(APP, WEB).nodes(PVE2))))
        .reportsExactly("HA-015[ha/rule/away]")
        .withMessageContaining(
            "a guest has one group in Proxmox VE 8.4, and rule away gives a second one to guests that"
                + " have one already: 200 by rule home");
  }

  @Test
  void a_group_for_each_guest_passes() {
    rule.on(eight(h -> h.nodeAffinity(
                "home", a -> a.resources(APP).node(PVE1, 2).nodes(PVE2))
            .nodeAffinity("away", a -> a.resources(WEB).nodes(PVE2).strict())))
        .passes();
  }

  @Test
  void proxmox_ve_9_has_rules() {
    rule.on(nine(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB))).isNotApplicable();
  }
}
