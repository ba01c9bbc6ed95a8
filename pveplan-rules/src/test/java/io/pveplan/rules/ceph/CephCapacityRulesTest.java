package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class CephCapacityRulesTest {

  @Test
  void guests_that_leave_too_little_are_reported() {
    verify(new OsdMemory())
        .on(CephPlans.of(
            3, (c, nodes) -> c.vm(100, "db", v -> v.node(nodes.get(0)).memory(gib(50)))))
        .reportsExactly("CEPH-022[node/pve1]")
        .withMessageContaining("leave 12 GiB for 2 OSDs, 16 GiB are wanted");
  }

  @Test
  void below_the_default_target_is_told() {
    verify(new OsdMemory())
        .on(CephPlans.of(
            3, (c, nodes) -> c.vm(100, "db", v -> v.node(nodes.get(0)).memory(gib(58)))))
        .reportsExactly("CEPH-022[node/pve1]")
        .withMessageContaining("which is below the default target");
  }

  @Test
  void a_smaller_target_passes() {
    verify(new OsdMemory())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.ceph(s -> s.osdMemoryTarget(gib(4)));
          c.vm(100, "db", v -> v.node(nodes.get(0)).memory(gib(50)));
        }))
        .passes();
  }

  @Test
  void unknown_memory_is_undecided() {
    verify(new OsdMemory())
        .on(cluster("lab", c -> c.node("pve1", n -> n.osds("/dev/sda"))))
        .isUndecidedFor("memory of pve1");
  }

  @Test
  void nodes_without_osds_need_no_memory_for_them() {
    verify(new OsdMemory()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void data_above_nearfull_are_reported() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(7_000)))))
        .reportsExactly("CEPH-036[ceph/class/nvme]")
        .withMessageContaining("data with all copies take 21.0 of 24.0 TB of class nvme: 88 %");
  }

  @Test
  void data_above_backfillfull_are_worse() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(gb(7_400)))))
        .reportsExactly("CEPH-036[ceph/class/nvme]")
        .withMessageContaining("where lost data are not made anew");
  }

  @Test
  void data_below_nearfull_pass() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void unknown_data_are_undecided() {
    verify(new UseAboveNearfull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void without_osds_nothing_is_near_full() {
    verify(new UseAboveNearfull()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void data_above_full_are_reported() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(8)))))
        .reportsExactly("CEPH-037[ceph/class/nvme]");
  }

  @Test
  void data_below_full_pass() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void data_that_nobody_tells_may_fill() {
    verify(new UseAboveFull())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void without_osds_nothing_is_full() {
    verify(new UseAboveFull()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void a_lost_node_that_fills_the_others_is_reported() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(7)))))
        .reportsExactly("CEPH-038[ceph/class/nvme]")
        .withMessageContaining(
            "without host pve1 the data of class nvme take 88 % of what is left");
  }

  @Test
  void a_lost_osd_that_fills_its_node_is_reported() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(4)))))
        .reportsExactly("CEPH-038[ceph/class/nvme]")
        .withMessageContaining("without osd.0 the data of class nvme take 100 %");
  }

  @Test
  void room_for_a_lost_node_passes() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> p.plannedData(tb(6)))))
        .passes();
  }

  @Test
  void headroom_over_unknown_data_is_undecided() {
    verify(new NoRecoveryHeadroom())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("planned data of ceph/pool/vms");
  }

  @Test
  void without_osds_nothing_is_made_anew() {
    verify(new NoRecoveryHeadroom()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}
