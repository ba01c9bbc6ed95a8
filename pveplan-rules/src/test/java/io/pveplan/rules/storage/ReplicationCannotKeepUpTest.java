package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ReplicationCannotKeepUpTest {

  @Test
  void a_guest_that_changes_more_than_its_job_copies_is_reported() {
    RuleVerifier rule = verify(new ReplicationCannotKeepUp());

    rule.on(lab((v, tank) -> v.changeRate(mbit(81)), s -> s.rate(megabytesPerSecond(10))))
        .reportsExactly("LOC-036[replication/100-0]")
        .withMessageContaining("guest 100 changes 81Mbit/s, and job 100-0 copies 80Mbit/s at most");
    rule.on(lab((v, tank) -> v.changeRate(mbit(80)), s -> s.rate(megabytesPerSecond(10))))
        .passes();
    rule.on(lab((v, tank) -> v.changeRate(mbit(80)), s -> {}))
        .isUndecidedFor("speed of the replication network, or a limit of the job");
    rule.on(lab((v, tank) -> {}, s -> s.rate(megabytesPerSecond(10))))
        .isUndecidedFor("change rate of guest 100");
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void guests_of_a_node_that_change_more_than_its_network_carries_are_reported() {
    verify(new ReplicationCannotKeepUp())
        .on(cluster("lab", c -> {
          var copy = c.network("copy", "10.0.9.0/24", n -> {});
          var pve1 =
              c.node("pve1", n -> n.nic("eno1", b -> b.speed(gbit(1)).addresses(copy.host(1))));
          var pve2 =
              c.node("pve2", n -> n.nic("eno1", b -> b.speed(gbit(1)).addresses(copy.host(2))));
          c.replication(m -> m.over(copy));
          for (int vmid = 100; vmid < 103; vmid++) {
            c.replicate(
                c.vm(vmid, "web" + vmid, v -> v.node(pve1).changeRate(mbit(400))), pve2, s -> {});
          }
        }))
        .reportsExactly("LOC-036[node/pve1]")
        .withMessageContaining("pve1 runs its replication jobs one after another; to copy what the"
            + " guests change takes 120 % of the time");
  }

  @Test
  void jobs_of_a_node_wait_for_each_other() {
    RuleVerifier rule = verify(new ReplicationCannotKeepUp());

    rule.on(two(mbit(60))).reportsExactly("LOC-036[node/pve1]").withMessageContaining("120 %");
    rule.on(two(mbit(50))).passes();
  }

  private static ClusterPlan two(DataRate change) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      for (int vmid = 100; vmid < 102; vmid++) {
        c.replicate(
            c.vm(vmid, "web" + vmid, v -> v.node(pve1).changeRate(change)),
            pve2,
            s -> s.rate(DataRate.mbit(100)));
      }
    });
  }
}
