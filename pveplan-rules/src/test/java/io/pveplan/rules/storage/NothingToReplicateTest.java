package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ReplicationRemoval;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NothingToReplicateTest {

  @Test
  void a_job_of_a_guest_without_replicated_disk_is_reported() {
    RuleVerifier rule = verify(new NothingToReplicate());

    rule.on(lab((v, tank) -> v.disk(tank, gib(8), p -> p.withoutReplication()), s -> {}))
        .reportsExactly("LOC-025[replication/100-0]")
        .withMessageContaining("job 100-0 has nothing to copy: guest 100 (web) has no disk on local"
            + " ZFS that is replicated");
    rule.on(lab((v, tank) -> v.disk(tank, gib(8)), s -> {})).passes();
    rule.on(lab((v, tank) -> {}, s -> {})).isUndecidedFor("disks of guest 100");
    rule.on(lab((v, tank) -> {}, s -> s.removed(ReplicationRemoval.FULL))).isNotApplicable();
  }

  @Test
  void a_job_of_a_guest_on_shared_storage_is_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var ceph = c.cephPool("vm-disks", p -> {});
      c.replicate(c.vm(100, "web", v -> v.node(pve1).disk(ceph, gib(8))), pve2, s -> {});
    });

    verify(new NothingToReplicate()).on(plan).reportsExactly("LOC-025[replication/100-0]");
  }
}
