package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.PVE1;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import org.junit.jupiter.api.Test;

class ConnectionsCutByMoveTest {

  @Test
  void connections_through_snat_are_cut() {
    var rule = verify(new ConnectionsCutByMove());

    rule.on(translated(true))
        .reportsExactly("MIG-024[migration/200/pve2]")
        .withMessageContaining(
            "app moves online to pve2 and reaches the outside through SNAT of lab1");
    rule.on(translated(false)).passes();
    rule.on(lab(c -> {})).isNotApplicable();
  }

  private static ClusterPlan translated(boolean snat) {
    return lab(c -> {
      var zone = c.zone(simple("nat"), z -> {});
      var vnet = c.vnet(
          "lab1",
          zone,
          v -> v.subnet("10.150.10.0/24", s -> {
            s.gateway("10.150.10.1");
            if (snat) {
              s.snat();
            }
          }));
      c.migrate(c.vm(200, "app", v -> v.node(PVE1).nic(vnet)), PVE2, m -> m.online());
    });
  }
}
