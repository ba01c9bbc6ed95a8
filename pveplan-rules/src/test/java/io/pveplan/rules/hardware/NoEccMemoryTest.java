package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.HardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NoEccMemoryTest {

  private final RuleVerifier rule = verify(new NoEccMemory());

  @Test
  void a_pool_without_it_is_reported() {
    rule.on(pool(h -> {}))
        .reportsExactly("NODE-015[node/pve1]")
        .withMessageContaining("node pve1 has a ZFS pool, and the plan names no ECC memory");
  }

  @Test
  void a_system_on_zfs_without_it_is_reported() {
    rule.on(cluster(
            "lab",
            c -> c.node(
                "pve1",
                n -> n.hardware(h -> h.systemDisks(
                    SystemFilesystem.ZFS,
                    d -> d.raid(SystemRaid.RAID1).filter("ID_MODEL", "E*"))))))
        .reportsExactly("NODE-015[node/pve1]")
        .withMessageContaining("node pve1 has a ZFS pool, and the plan names no ECC memory");
  }

  @Test
  void ecc_memory_passes() {
    rule.on(pool(h -> h.eccMemory())).passes();
  }

  @Test
  void only_nodes_where_ha_may_start_the_guest_count() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var web = c.vm(200, "web01", v -> v.node(pve1));
          c.ha(h -> h.resources(web)
              .nodeAffinity("home", a -> a.resources(web).nodes(pve1).strict()));
        }))
        .reportsExactly("NODE-015[node/pve1]")
        .withMessageContaining("has guests under HA");
  }

  @Test
  void other_nodes_are_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  @Test
  void the_line_is_that_of_the_hardware() {
    ClusterPlan plan = pool(h -> {});

    assertThat(ReportedLines.of(new NoEccMemory(), plan))
        .containsExactly(
            plan.nodes().get(0).hardware().orElseThrow().declaredAt().orElseThrow());
  }

  private static ClusterPlan pool(Consumer<HardwareSpec> hardware) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.hardware(hardware::accept)
                .zpool("tank", ZfsRaid.MIRROR, "/dev/sda", "/dev/sdb")));
  }
}
