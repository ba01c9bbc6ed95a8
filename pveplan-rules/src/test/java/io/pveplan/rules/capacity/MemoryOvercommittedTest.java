package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MemoryOvercommittedTest {

  private final RuleVerifier rule = verify(new MemoryOvercommitted());

  @Test
  void guests_beyond_what_the_host_leaves_are_reported() {
    rule.on(lab(gib(62), n -> {})).passes();
    rule.on(lab(mib(62 * 1024 + 1), n -> {}))
        .reportsExactly("CAP-001[node/pve1]")
        .withMessageContaining(
            "guests of pve1 take up to 63489MiB and the host 2GiB; it has 64GiB");
  }

  @Test
  void the_host_needs_what_the_plan_keeps_for_it_or_what_zfs_and_ceph_take() {
    rule.on(lab(gib(48), n -> n.arcMax(gib(6)).osds("/dev/sda"))).passes();
    rule.on(lab(gib(48), n -> n.arcMax(gib(7)).osds("/dev/sda")))
        .reportsExactly("CAP-001[node/pve1]");
    rule.on(lab(gib(48), n -> n.osds("/dev/sda").hostReserve(gib(17))))
        .reportsExactly("CAP-001[node/pve1]")
        .withMessageContaining("the host 17GiB");
  }

  @Test
  void containers_count_and_templates_do_not() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(8))));
          var local = c.storage(dir("files", "/srv/files"), s -> {});
          c.template(9000, "template", v -> v.node(pve1).memory(gib(64)));
          c.container(
              100,
              "dns01",
              containerTemplate(local, "debian.tar.zst"),
              local,
              gib(4),
              t -> t.node(pve1).memory(gib(7)));
        }))
        .reportsExactly("CAP-001[node/pve1]")
        .withMessageContaining("take up to 7GiB");
  }

  @Test
  void unknown_memory_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          c.vm(100, "web01", v -> v.node(pve1).memory(gib(4)));
        }))
        .isUndecidedFor("memory of pve1");
  }

  @Test
  void a_node_without_guests_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.memory(gib(1))))))
        .isNotApplicable();
  }

  private static ClusterPlan lab(DataSize guest, Consumer<NodeSpec> node) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {
        n.hardware(h -> h.memory(gib(64)));
        node.accept(n);
      });
      c.vm(100, "web01", v -> v.node(pve1).memory(guest));
    });
  }
}
