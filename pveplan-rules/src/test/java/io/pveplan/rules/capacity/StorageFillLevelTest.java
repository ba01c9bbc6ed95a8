package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.ceph.CephPlans;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class StorageFillLevelTest {

  private final RuleVerifier rule = verify(new StorageFillLevel());

  @Test
  void disks_above_seventy_percent_of_their_pool_are_reported() {
    rule.on(lab(gib(694))).passes();
    rule.on(lab(gib(695)))
        .reportsExactly("CAP-009[node/pve1/tank]")
        .withMessageContaining("disks take up 695 GiB of 992 GiB of pool tank of pve1: 70 %");
  }

  @Test
  void above_eighty_five_it_is_critical_and_above_all_a_matter_of_other_rules() {
    rule.on(lab(gib(850)))
        .reportsExactly("CAP-009[node/pve1/tank]")
        .withMessageContaining("85 %, which is critical");
    rule.on(lab(gib(993))).passes();
  }

  @Test
  void the_limit_can_be_set() {
    verify(new StorageFillLevel())
        .set(StorageFillLevel.LARGEST_USE, 80)
        .on(lab(gib(695)))
        .passes();
  }

  @Test
  void ceph_is_looked_at_up_to_nearfull() {
    rule.on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(5_600)))))
        .passes();
    rule.on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(6_400)))))
        .reportsExactly("CAP-009[ceph/class/nvme]")
        .withMessageContaining("data with all copies take 19.2 of 24.0 TB of class nvme: 80 %");
    rule.on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(7_000)))))
        .passes();
  }

  @Test
  void unknown_sizes_are_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
          c.vm(100, "web01", v -> v.node(pve1).disk(tank, gib(8)));
        }))
        .isUndecidedFor("size of pool tank of pve1");
    rule.on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void a_plan_without_pools_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  private static ClusterPlan lab(DataSize disk) {
    return cluster("lab", c -> {
      var pve1 = c.node(
          "pve1",
          n -> n.hardware(h ->
                  h.disk("/dev/sda", tib(1), DiskKind.SSD).disk("/dev/sdb", tib(1), DiskKind.SSD))
              .zpool("tank", ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb"));
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse());
      c.vm(100, "web01", v -> v.node(pve1).disk(tank, disk));
    });
  }
}
