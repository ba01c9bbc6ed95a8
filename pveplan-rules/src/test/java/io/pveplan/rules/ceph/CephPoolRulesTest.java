package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.DiskKind;
import org.junit.jupiter.api.Test;

class CephPoolRulesTest {

  @Test
  void three_copies_on_two_nodes_are_reported() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(2, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-001[ceph/pool/vms]")
        .withMessageContaining("pool vms puts 3 copies on one host each; 2 have OSDs");
  }

  @Test
  void one_node_takes_no_writes() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(1, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-001[ceph/pool/vms]")
        .withMessageContaining("nothing can be written");
  }

  @Test
  void three_copies_on_three_nodes_pass() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void copies_in_racks_need_racks() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(
            4,
            (c, nodes) -> c.cephPool(
                "vms", p -> p.crushRule(c.crushRule("by-rack", FailureDomain.RACK, r -> {})))))
        .reportsExactly("CEPH-001[ceph/pool/vms]")
        .withMessageContaining("2 have OSDs");
  }

  @Test
  void metadata_of_an_erasure_code_count_as_a_pool() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(2, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(2, 1))))
        .reportsExactly("CEPH-001[ceph/pool/cold-metadata]");
  }

  @Test
  void copies_without_any_osd_are_undecided() {
    verify(new TooFewFailureDomains())
        .on(cluster("lab", c -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("OSDs");
  }

  @Test
  void no_pool_has_no_copies() {
    verify(new TooFewFailureDomains()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void chunks_need_nodes() {
    verify(new ErasureCodeNeedsMoreDomains())
        .on(CephPlans.of(5, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .reportsExactly("CEPH-030[ceph/pool/cold-data]")
        .withMessageContaining("6 chunks on one host each; 5 have OSDs");
  }

  @Test
  void chunks_with_nodes_pass() {
    verify(new ErasureCodeNeedsMoreDomains())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .passes();
  }

  @Test
  void copies_are_no_chunks() {
    verify(new ErasureCodeNeedsMoreDomains())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isNotApplicable();
  }

  @Test
  void a_single_copy_left_is_reported() {
    verify(new MinSizeOne())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.minSize(1))))
        .reportsExactly("CEPH-005[ceph/pool/vms]");
  }

  @Test
  void two_copies_left_pass() {
    verify(new MinSizeOne())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void without_pools_no_copy_is_left() {
    verify(new MinSizeOne()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void two_copies_are_reported() {
    verify(new SizeTwo())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> p.size(2))))
        .reportsExactly("CEPH-006[ceph/pool/vms]");
  }

  @Test
  void three_copies_pass() {
    verify(new SizeTwo())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void without_pools_there_are_no_copies() {
    verify(new SizeTwo()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void no_spare_node_is_reported() {
    verify(new ErasureCodeWithoutSpare())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .reportsExactly("CEPH-031[ceph/pool/cold-data]")
        .withMessageContaining("6 domains leave none to heal on");
  }

  @Test
  void one_coding_chunk_is_reported() {
    verify(new ErasureCodeWithoutSpare())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(2, 1))))
        .reportsExactly("CEPH-031[ceph/pool/cold-data]")
        .withMessageContaining("pool cold-data: one coding chunk survives one failure");
  }

  @Test
  void seven_nodes_for_six_chunks_pass() {
    verify(new ErasureCodeWithoutSpare())
        .on(CephPlans.of(7, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .passes();
  }

  @Test
  void unknown_nodes_may_be_spare() {
    verify(new ErasureCodeWithoutSpare())
        .on(cluster("lab", c -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .isUndecidedFor("OSDs");
  }

  @Test
  void a_storage_on_chunks_is_reported() {
    verify(new StorageOnErasureCode())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephPool("cold", p -> p.erasureCoded(2, 1).withoutStorage());
          c.storage(rbd("disks", "cold-data"), s -> {});
        }))
        .reportsExactly("CEPH-033[storage/disks]");
  }

  @Test
  void a_storage_with_two_pools_passes() {
    verify(new StorageOnErasureCode())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(2, 1))))
        .passes();
  }

  @Test
  void without_rbd_there_is_no_such_storage() {
    verify(new StorageOnErasureCode()).on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void too_few_groups_are_reported() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("vms", p -> p.pgNum(32))))
        .reportsExactly("CEPH-034[ceph/pool/vms]")
        .withMessageContaining("12 OSDs and its part of the data make it about 512");
  }

  @Test
  void groups_of_two_sizes_are_reported() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("vms", p -> p.pgNum(500))))
        .reportsExactly("CEPH-034[ceph/pool/vms]");
  }

  @Test
  void groups_by_part_of_the_data_pass() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(6, (c, nodes) -> {
          c.cephPool("vms", p -> p.pgNum(512).plannedData(tb(9)));
          c.cephPool("few", p -> p.pgNum(32).plannedData(tb(1)));
        }))
        .passes();
  }

  @Test
  void the_autoscaler_finds_its_own_number() {
    verify(new PlacementGroupCount())
        .on(CephPlans.of(
            6, (c, nodes) -> c.cephPool("vms", p -> p.pgNum(1).autoscale(AutoscaleMode.ON))))
        .isNotApplicable();
  }

  @Test
  void groups_of_no_osd_are_undecided() {
    verify(new PlacementGroupCount())
        .on(cluster("lab", c -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("OSDs of pool vms");
  }

  @Test
  void flash_beside_disks_is_reported() {
    verify(new MixedDeviceClasses())
        .on(CephPlans.of(3, DiskKind.HDD, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-040[ceph/pool/vms]")
        .withMessageContaining("OSDs of class hdd and nvme");
  }

  @Test
  void a_class_of_its_own_passes() {
    verify(new MixedDeviceClasses())
        .on(CephPlans.of(
            3,
            DiskKind.HDD,
            (c, nodes) -> c.cephPool(
                "vms",
                p -> p.crushRule(
                    c.crushRule("flash", FailureDomain.HOST, r -> r.deviceClass("nvme"))))))
        .passes();
  }

  @Test
  void one_class_passes() {
    verify(new MixedDeviceClasses())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void unknown_disks_may_be_of_any_class() {
    verify(new MixedDeviceClasses())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
          c.cephPool("vms", p -> {});
        }))
        .isUndecidedFor("device classes of OSDs");
  }
}
