package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.unit.DataSize;
import org.junit.jupiter.api.Test;

class DatabaseDeviceTooSmallTest {

  @Test
  void two_tenths_that_do_not_fit_are_reported() {
    verify(new DatabaseDeviceTooSmall())
        .on(lab(gb(1_500)))
        .reportsExactly("CEPH-025[node/pve1//dev/nvme0n1]")
        .withMessageContaining(
            "databases and logs of 2 OSDs want 1490.1 GiB of /dev/nvme0n1 of pve1, which has 1397.0 GiB");
  }

  @Test
  void the_last_extent_is_not_enough() {
    verify(new DatabaseDeviceTooSmall())
        .on(lab(gb(1_600)))
        .reportsExactly("CEPH-025[node/pve1//dev/nvme0n1]");
  }

  @Test
  void a_larger_device_passes() {
    verify(new DatabaseDeviceTooSmall()).on(lab(gb(1_700))).passes();
  }

  @Test
  void a_device_of_unknown_size_is_undecided() {
    verify(new DatabaseDeviceTooSmall())
        .on(cluster(
            "lab", c -> c.node("pve1", n -> n.osd("/dev/sda", s -> s.db("/dev/nvme0n1", gib(80))))))
        .isUndecidedFor("size of /dev/nvme0n1 of pve1");
  }

  @Test
  void an_osd_of_unknown_size_is_undecided() {
    verify(new DatabaseDeviceTooSmall())
        .on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.disk("/dev/nvme0n1", gb(800), DiskKind.NVME))
                    .osd("/dev/sda", s -> s.wal("/dev/nvme0n1")))))
        .isUndecidedFor("size of /dev/sda of pve1");
  }

  @Test
  void osds_without_such_devices_are_not_judged() {
    verify(new DatabaseDeviceTooSmall()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }

  private static ClusterPlan lab(DataSize size) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.disk("/dev/nvme0n1", size, DiskKind.NVME)
                    .disk("/dev/sda", tb(8), DiskKind.HDD)
                    .disk("/dev/sdb", tb(8), DiskKind.HDD))
                .osd("/dev/sda", s -> s.db("/dev/nvme0n1"))
                .osd("/dev/sdb", s -> s.db("/dev/nvme0n1"))));
  }
}
