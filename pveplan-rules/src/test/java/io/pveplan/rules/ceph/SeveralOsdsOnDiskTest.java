package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import org.junit.jupiter.api.Test;

class SeveralOsdsOnDiskTest {

  @Test
  void two_osds_on_an_ssd_are_reported() {
    verify(new SeveralOsdsOnDisk())
        .on(lab(DiskKind.SSD))
        .reportsExactly("CEPH-027[node/pve1/osd//dev/sda]")
        .withMessageContaining("2 OSDs share /dev/sda of pve1, which is of kind ssd");
  }

  @Test
  void two_osds_on_nvme_pass() {
    verify(new SeveralOsdsOnDisk()).on(lab(DiskKind.NVME)).passes();
  }

  @Test
  void a_disk_of_unknown_kind_is_undecided() {
    verify(new SeveralOsdsOnDisk())
        .on(cluster("lab", c -> c.node("pve1", n -> n.osd("/dev/sda", s -> s.perDevice(2)))))
        .isUndecidedFor("kind of /dev/sda of pve1");
  }

  @Test
  void single_osds_are_not_judged() {
    verify(new SeveralOsdsOnDisk()).on(CephPlans.of(3, (c, nodes) -> {})).isNotApplicable();
  }

  private static ClusterPlan lab(DiskKind kind) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(h -> h.disk("/dev/sda", tb(8), kind))
                .osd("/dev/sda", s -> s.perDevice(2))));
  }
}
