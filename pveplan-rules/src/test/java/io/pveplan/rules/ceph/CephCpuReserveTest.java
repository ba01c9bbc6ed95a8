package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.DiskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CephCpuReserveTest {

  @Test
  void a_node_with_few_threads_is_reported() {
    verify(new CephCpuReserve())
        .on(lab(8))
        .reportsExactly("CEPH-023[node/pve1]")
        .withMessageContaining("pve1 has 8 threads; its guests leave 4 for Ceph, which wants 5");
  }

  @Test
  void a_thread_for_each_daemon_passes() {
    verify(new CephCpuReserve()).on(lab(9)).passes();
  }

  @Test
  void unknown_threads_are_undecided() {
    verify(new CephCpuReserve())
        .on(cluster("lab", c -> c.node("pve1", n -> n.osds("/dev/sda"))))
        .isUndecidedFor("CPU threads of pve1");
  }

  @Test
  void nodes_without_ceph_need_none() {
    verify(new CephCpuReserve())
        .on(cluster("lab", c -> c.node("pve1", n -> {})))
        .isNotApplicable();
  }

  private static ClusterPlan lab(int threads) {
    return cluster("lab", c -> {
      var nodes = List.of(c.node(
          "pve1",
          n -> n.hardware(h -> h.cpu("AMD EPYC 4344P", 1, b -> b.threads(threads))
                  .disk("/dev/sda", tb(4), DiskKind.SSD)
                  .disk("/dev/sdb", tb(4), DiskKind.SSD))
              .osds("/dev/sda", "/dev/sdb")));
      c.ceph(s -> s.monitorsOn(nodes).managersOn(nodes).metadataServersOn(nodes));
      c.vm(100, "db", v -> v.node(nodes.get(0)).cores(8).sockets(2));
    });
  }
}
