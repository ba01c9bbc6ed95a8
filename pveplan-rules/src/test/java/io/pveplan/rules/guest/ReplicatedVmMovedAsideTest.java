package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.PVE1;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.TANK;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.ReplicationSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ReplicationRemoval;
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
    rule.on(replicated("pve3", false, m -> m.stopped())).passes();
  }

  @Test
  void a_job_that_is_switched_off_counts() {
    var rule = verify(new ReplicatedVmMovedAside());

    rule.on(replicated("pve3", false, job -> job.disabled(), m -> m.online()))
        .reportsExactly("MIG-009[migration/200/pve2]")
        .withMessageContaining("its replication leads to pve3 only, switched on or not");
    rule.on(replicated("pve2", false, job -> job.disabled(), m -> m.online())).passes();
  }

  @Test
  void no_machine_moves_to_where_a_job_ends() {
    var rule = verify(new ReplicatedVmMovedAside());
    Consumer<ReplicationSpec> going = job -> job.removed(ReplicationRemoval.LOCAL);

    for (boolean ha : new boolean[] {false, true}) {
      rule.on(replicated("pve2", ha, going, m -> m.online()))
          .reportsExactly("MIG-009[migration/200/pve2]")
          .withMessageContaining(
              "app moves to pve2, but its replication job to pve2 is marked for removal");
      rule.on(replicated("pve2", ha, going, m -> m.stopped()))
          .reportsExactly("MIG-009[migration/200/pve2]");
    }
    rule.on(replicated("pve3", true, going, m -> m.online())).passes();
  }

  @Test
  void a_stopped_machine_without_replication_is_not_looked_at() {
    verify(new ReplicatedVmMovedAside())
        .on(lab(c -> c.migrate(
            c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8))), PVE2, m -> m.stopped())))
        .isNotApplicable();
  }

  private static ClusterPlan replicated(String to, boolean ha, Consumer<MigrationSpec> move) {
    return replicated(to, ha, job -> {}, move);
  }

  private static ClusterPlan replicated(
      String to, boolean ha, Consumer<ReplicationSpec> job, Consumer<MigrationSpec> move) {
    return lab(c -> {
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8)));
      c.replicate(app, NodeRef.named(to), job);
      if (ha) {
        c.ha(h -> h.resources(app));
      }
      c.migrate(app, PVE2, move);
    });
  }
}
