package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MigrationSlowerThanMemoryTest {

  private final RuleVerifier rule = verify(new MigrationSlowerThanMemory());

  private static ClusterPlan lab(
      BiConsumer<NodeSpec, NetworkRef> second, BiConsumer<ClusterSpec, NetworkRef> block) {
    return cluster("lab", c -> {
      var move = c.network("move", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", b -> b.speed(gbit(10)).addresses(move.host(11))));
      c.node("pve2", n -> second.accept(n, move));
      block.accept(c, move);
    });
  }

  private static ClusterPlan lab(BiConsumer<ClusterSpec, NetworkRef> block) {
    return lab((n, move) -> n.nic("eno1", b -> b.speed(gbit(10)).addresses(move.host(12))), block);
  }

  @Test
  void a_machine_that_writes_faster_than_a_move_copies_is_reported() {
    rule.on(writing(mbit(8_000), c -> {}))
        .reportsExactly("MIG-021[guest/200]")
        .withMessageContaining(
            "app writes 8Gbit/s of its memory, and a move from pve1 copies 8Gbit/s at most");
    rule.on(writing(mbit(7_999), c -> {})).passes();
    rule.on(writing(
            mbit(1_000), c -> c.datacenter(d -> d.bandwidthLimits(l -> l.migration(gbit(1))))))
        .reportsExactly("MIG-021[guest/200]");
    rule.on(lab((n, move) -> n.nic("eno1", move.host(12)), (c, move) -> {
          c.migration(m -> m.over(move));
          c.vm(200, "app", v -> v.node(NodeRef.named("pve2")).dirtyRate(mbit(1)));
        }))
        .isUndecidedFor("speed of the migration network of pve2");
    rule.on(lab((c, move) -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }

  @Test
  void the_slower_node_of_a_planned_move_counts() {
    rule.on(lab(
            (n, move) -> n.nic("eno1", b -> b.speed(gbit(1)).addresses(move.host(12))),
            (c, move) -> {
              c.migration(m -> m.over(move));
              c.migrate(app(c, gbit(2)), NodeRef.named("pve2"), m -> m.online());
            }))
        .reportsExactly("MIG-021[guest/200]")
        .withMessageContaining(
            "app writes 2Gbit/s of its memory, and its move to pve2 copies 800Mbit/s at most");
    rule.on(lab((n, move) -> n.nic("eno1", move.host(12)), (c, move) -> {
          c.migration(m -> m.over(move));
          c.migrate(app(c, gbit(2)), NodeRef.named("pve2"), m -> m.online());
        }))
        .isUndecidedFor("speed of the migration network of pve1 and pve2");
  }

  @Test
  void a_network_that_the_command_names_counts() {
    rule.on(named(c -> app(c, gbit(2)))).passes();
    rule.on(named(c -> c.migrate(app(c, gbit(2)), NodeRef.named("pve2"), m -> m.online())))
        .passes();
    rule.on(named(c -> c.ha(h -> h.resources(app(c, gbit(2))))))
        .reportsExactly("MIG-021[guest/200]")
        .withMessageContaining("a move from pve1 copies 800Mbit/s at most");
  }

  private static ClusterPlan named(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(Traffic.MANAGEMENT));
      var move = c.network("move", "10.0.1.0/24", net -> net.carries(Traffic.MIGRATION));
      for (int number = 1; number <= 2; number++) {
        int host = 10 + number;
        c.node(
            "pve" + number,
            n -> n.nic("eno1", b -> b.speed(gbit(1)).addresses(mgmt.host(host)))
                .nic("eno2", b -> b.speed(gbit(25)).addresses(move.host(host))));
      }
      more.accept(c);
    });
  }

  private static GuestRef app(ClusterSpec c, DataRate rate) {
    return c.vm(200, "app", v -> v.node(NodeRef.named("pve1")).dirtyRate(rate));
  }

  private static ClusterPlan writing(DataRate rate, Consumer<ClusterSpec> more) {
    return lab((c, move) -> {
      c.migration(m -> m.over(move));
      c.vm(200, "app", v -> v.node(NodeRef.named("pve1")).dirtyRate(rate));
      more.accept(c);
    });
  }
}
