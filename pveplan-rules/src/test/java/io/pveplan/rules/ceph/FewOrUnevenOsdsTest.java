package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewOrUnevenOsdsTest {

  @Test
  void six_osds_are_few() {
    verify(new FewOrUnevenOsds())
        .on(CephPlans.of(3, (c, nodes) -> {}))
        .reportsExactly("CEPH-020[ceph]")
        .withMessageContaining("Ceph has 6 OSDs, not 12");
  }

  @Test
  void twelve_equal_osds_pass() {
    verify(new FewOrUnevenOsds()).on(CephPlans.of(6, (c, nodes) -> {})).passes();
  }

  @Test
  void another_number_on_one_node_is_reported() {
    verify(new FewOrUnevenOsds())
        .on(CephPlans.of(
            6,
            (c, nodes) -> c.node(
                "pve7",
                n -> n.hardware(h -> h.disk("/dev/sda", tb(8), DiskKind.NVME)).osds("/dev/sda"))))
        .reportsExactly("CEPH-020[ceph/class/nvme]")
        .withMessageContaining("pve6 2 OSDs with 8TB, pve7 1 OSD with 8TB");
  }

  @Test
  void another_size_on_one_node_is_reported() {
    verify(new FewOrUnevenOsds())
        .on(CephPlans.of(
            6,
            (c, nodes) -> c.node(
                "pve7",
                n -> n.hardware(h -> h.disk("/dev/sda", tb(4), DiskKind.NVME)
                        .disk("/dev/sdb", tb(3), DiskKind.NVME))
                    .osds("/dev/sda", "/dev/sdb"))))
        .reportsExactly("CEPH-020[ceph/class/nvme]")
        .withMessageContaining("pve7 2 OSDs with 7TB");
  }

  @Test
  void a_node_without_osds_of_a_class_is_reported() {
    verify(new FewOrUnevenOsds())
        .on(CephPlans.of(
            6,
            DiskKind.HDD,
            (c, nodes) -> c.node(
                "pve7",
                n -> n.hardware(h -> h.disk("/dev/sda", tb(4), DiskKind.NVME)).osds("/dev/sda"))))
        .reportsExactly("CEPH-020[ceph/class/hdd]")
        .withMessageContaining("pve6 1 OSD with 4TB, pve7 none");
  }

  @Test
  void nodes_set_aside_for_another_class_pass() {
    verify(new FewOrUnevenOsds())
        .on(CephPlans.of(
            6,
            (c, nodes) -> c.nodes(
                List.of(7, 8, 9),
                number -> "pve" + number,
                (n, number) ->
                    n.hardware(h -> h.disk("/dev/sda", tb(16), DiskKind.HDD)).osds("/dev/sda"))))
        .passes();
  }

  @Test
  void unknown_sizes_are_undecided() {
    verify(new FewOrUnevenOsds())
        .on(cluster("lab", c -> {
          c.node("pve1", n -> n.osds("/dev/sda"));
        }))
        .isUndecidedFor("size of /dev/sda of pve1");
  }

  @Test
  void ceph_without_osds_is_undecided() {
    verify(new FewOrUnevenOsds()).on(cluster("lab", c -> c.ceph(s -> {}))).isUndecidedFor("OSDs");
  }

  @Test
  void without_ceph_no_osd_is_missed() {
    verify(new FewOrUnevenOsds()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}
