package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.PVE1;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.TANK;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReplicatedVmMovedAsideTest {

  @Test
  void a_replicated_machine_moves_to_a_copy_only() {
    var rule = verify(new ReplicatedVmMovedAside());

    rule.on(replicated("pve3", false, m -> m.online()))
        .reportsExactly("MIG-009[migration/200/pve2]")
        .withMessageContaining("app moves to pve2, but its replication leads to pve3 only");
    rule.on(replicated("pve2", false, m -> m.online())).passes();
    // HA forces it.
    rule.on(replicated("pve3", true, m -> m.online())).passes();
    rule.on(replicated("pve3", false, m -> m.stopped())).isNotApplicable();
  }

  private static ClusterPlan replicated(String to, boolean ha, Consumer<MigrationSpec> move) {
    return lab(c -> {
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8)));
      c.replicate(app, NodeRef.named(to), r -> {});
      if (ha) {
        c.ha(h -> h.resources(app));
      }
      c.migrate(app, PVE2, move);
    });
  }
}
