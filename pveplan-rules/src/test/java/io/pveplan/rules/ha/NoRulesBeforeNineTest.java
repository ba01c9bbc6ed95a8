package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.ProductVersion.PVE_8_4;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
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
            "rule away can not be a group of Proxmox VE 8.4: guest 200 is in group home already");
  }

  @Test
  void a_group_can_not_send_some_guests_back_and_leave_others() {
    rule.on(plan(PVE_8_4, c -> {
          var fifth = c.vm(204, "fifth", v -> v.disk(NAS, gib(8)));
          c.ha(h -> h.resource(fifth, r -> r.withoutFailback())
              .nodeAffinity("home", a -> a.resources(APP, fifth).nodes(PVE1)));
        }))
        .reportsExactly("HA-015[ha/rule/home]")
        .withMessageContaining(
            "rule home can not be a group of Proxmox VE 8.4: some of its guests are to go back to a"
                + " node that returns, others to stay, and a group has one setting");
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

  @Test
  void a_rule_that_is_switched_off_is_not_missed() {
    rule.on(eight(h -> h.resourceAffinity("apart", NEGATIVE, List.of(APP, WEB), a -> a.disabled())))
        .isNotApplicable();
  }
}
