package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class OsdMemoryTest {

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
}
