package io.pveplan.rules.ha;

import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class MoreGuestsApartThanNodesTest {

  private final RuleVerifier rule = verify(new MoreGuestsApartThanNodes());

  @Test
  void a_guest_more_than_nodes_is_reported() {
    var five = plan(PVE_9, c -> {
      var fifth = c.vm(204, "fifth", v -> v.disk(NAS, gib(8)));
      c.ha(h -> h.resources(fifth).resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG, fifth));
    });

    rule.on(five)
        .reportsExactly("HA-009[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps 5 guests apart (app (200), web (201), db (202), log (203), fifth"
                + " (204)), but the cluster has 4 nodes; Proxmox VE drops the rule with no more than"
                + " a log line");
  }

  @Test
  void a_node_for_each_guest_passes() {
    rule.on(nine(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG))).passes();
  }

  @Test
  void guests_to_be_together_need_no_node_each() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB, DB, LOG))).isNotApplicable();
  }

  @Test
  void there_is_no_such_rule_in_8_4() {
    rule.on(eight(h -> h.resourceAffinity("apart", NEGATIVE, APP, WEB))).isNotApplicable();
  }
}
