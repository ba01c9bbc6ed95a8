package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.tb;
import static io.pveplan.model.Traffic.CEPH_CLUSTER;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Nodes with two OSDs of 4 TB each, alternately in two racks, and a monitor each on the first three. */
public final class CephPlans {

  private CephPlans() {}

  /** So many nodes, and what a test says of their Ceph. */
  public static ClusterPlan of(int nodes, BiConsumer<ClusterSpec, List<NodeRef>> block) {
    return of(nodes, DiskKind.NVME, block);
  }

  /** Adds a node with an OSD on a disk of which the plan tells nothing. */
  static void withUndeclaredDisk(ClusterSpec c, String node, String deviceClass) {
    c.node(node, n -> n.osd("/dev/sdz", s -> s.deviceClass(deviceClass)));
  }

  static ClusterPlan of(int nodes, DiskKind second, BiConsumer<ClusterSpec, List<NodeRef>> block) {
    return cluster("lab", c -> {
      var front = c.network("front", "10.0.2.0/24", net -> net.carries(CEPH_PUBLIC));
      var back = c.network("back", "10.0.3.0/24", net -> net.carries(CEPH_CLUSTER));
      var refs = c.nodes(
          IntStream.rangeClosed(1, nodes).boxed().toList(),
          number -> "pve" + number,
          (n, number) -> n.release("9.1")
              .hardware(h -> h.memory(gib(64))
                  .rack(number % 2 == 1 ? "r1" : "r2")
                  .disk("/dev/sda", tb(4), DiskKind.NVME)
                  .disk("/dev/sdb", tb(4), second))
              .nic("eno1", front.host(10 + number))
              .nic("eno2", back.host(10 + number))
              .osds("/dev/sda", "/dev/sdb"));
      c.ceph(s -> s.publicNetwork(front)
          .clusterNetwork(back)
          .monitorsOn(refs.subList(0, Math.min(3, nodes)))
          .managersOn(refs));
      block.accept(c, refs);
    });
  }
}
