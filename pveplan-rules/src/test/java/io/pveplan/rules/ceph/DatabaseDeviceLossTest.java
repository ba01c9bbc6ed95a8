package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatabaseDeviceLossTest {

  @Test
  void a_lost_device_that_fills_the_others_is_reported() {
    verify(new DatabaseDeviceLoss())
        .on(lab(4, 33))
        .reportsExactly(
            "CEPH-026[node/pve1//dev/nvme0n1]",
            "CEPH-026[node/pve2//dev/nvme0n1]",
            "CEPH-026[node/pve3//dev/nvme0n1]",
            "CEPH-026[node/pve4//dev/nvme0n1]")
        .withMessageContaining(
            "holds databases or logs of 2 OSDs; without them the data of class hdd take");
  }

  @Test
  void enough_room_passes() {
    verify(new DatabaseDeviceLoss()).on(lab(4, 20)).passes();
  }

  @Test
  void without_a_spare_node_its_own_osds_take_the_data() {
    verify(new DatabaseDeviceLoss())
        .on(lab(3, 15))
        .reportsExactly(
            "CEPH-026[node/pve1//dev/nvme0n1]",
            "CEPH-026[node/pve2//dev/nvme0n1]",
            "CEPH-026[node/pve3//dev/nvme0n1]");
  }

  @Test
  void data_that_nobody_tells_may_fill() {
    verify(new DatabaseDeviceLoss())
        .on(cluster("lab", c -> {
          c.node(
              "pve1",
              n -> n.osd("/dev/sda", s -> s.deviceClass("hdd").db("/dev/sdx"))
                  .osd("/dev/sdb", s -> s.deviceClass("hdd").db("/dev/sdx")));
        }))
        .isUndecidedFor("size of /dev/sda of pve1", "size of /dev/sdb of pve1");
  }

  @Test
  void a_device_beside_disks_of_unknown_size_is_undecided() {
    verify(new DatabaseDeviceLoss())
        .on(lab(4, 33, c -> CephPlans.withUndeclaredDisk(c, "pve5", "hdd")))
        .isUndecidedFor("size of /dev/sdz of pve5");
  }

  @Test
  void a_device_for_a_single_osd_is_not_judged() {
    verify(new DatabaseDeviceLoss())
        .on(cluster("lab", c -> c.node("pve1", n -> n.osd("/dev/sda", s -> s.db("/dev/sdx")))))
        .isNotApplicable();
  }

  private static ClusterPlan lab(int nodes, int terabytes) {
    return lab(nodes, terabytes, c -> {});
  }

  private static ClusterPlan lab(int nodes, int terabytes, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      c.nodes(
          IntStream.rangeClosed(1, nodes).boxed().toList(),
          number -> "pve" + number,
          (n, number) -> n.hardware(h -> List.of("a", "b", "c", "d")
                  .forEach(disk -> h.disk("/dev/sd" + disk, tb(8), DiskKind.HDD)))
              .osd("/dev/sda", s -> s.db("/dev/nvme0n1", gib(80)))
              .osd("/dev/sdb", s -> s.db("/dev/nvme0n1", gib(80)))
              .osds("/dev/sdc", "/dev/sdd"));
      c.ceph(s -> {});
      c.cephPool("vms", p -> p.plannedData(tb(terabytes)));
      more.accept(c);
    });
  }
}
