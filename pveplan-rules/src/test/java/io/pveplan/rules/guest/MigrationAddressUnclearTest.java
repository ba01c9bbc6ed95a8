package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Moves;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class MigrationAddressUnclearTest {

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
  void each_node_has_one_address_in_the_network() {
    RuleVerifier rule = verify(new MigrationAddressUnclear());
    BiConsumer<ClusterSpec, NetworkRef> set = (c, move) -> c.migration(m -> m.over(move));

    rule.on(lab(set)).passes();
    rule.on(lab((n, move) -> n.nic("eno1", b -> {}), set))
        .reportsExactly("MIG-012[cluster/migration/pve2]")
        .withMessageContaining("pve2 has no address in 10.0.1.0/24, the network of migration");
    rule.on(lab(
            (n, move) -> n.nic("eno1", move.host(12)).nic("eno2", move.host(13)),
            (c, move) -> c.migration(m -> {}).replication(m -> m.over(move))))
        .reportsExactly("MIG-012[cluster/replication/pve2]")
        .withMessageContaining("pve2 has 2 addresses in 10.0.1.0/24, the network of replication");
    rule.on(lab((n, move) -> {}, set)).isUndecidedFor("interfaces of pve2");
    rule.on(lab((c, move) -> {})).isNotApplicable();
  }

  @Test
  void the_target_of_a_move_has_one_address_in_the_network_that_the_command_names() {
    RuleVerifier rule = verify(new MigrationAddressUnclear());

    rule.on(moving(11, 12)).passes();
    rule.on(moving(11, 12, 13))
        .reportsExactly("MIG-012[migration/200/pve2]")
        .withMessageContaining("pve2 has 2 addresses in 10.0.1.0/24, so that the move of guest 200"
            + " can not go over network move");
    assertThat(RuleBook.empty()
            .with(new MigrationAddressUnclear())
            .check(moving(11, 12, 13))
            .findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(Moves.of(moving(11, 12)).move(200, "pve2").line())
        .isEqualTo("qm migrate 200 pve2 --online --migration_network 10.0.1.0/24");
    assertThat(Moves.of(moving(11, 12, 13)).move(200, "pve2").line())
        .isEqualTo("qm migrate 200 pve2 --online");
  }

  @Test
  void a_move_over_one_of_two_networks_is_reported_only_where_neither_is_clear() {
    RuleVerifier rule = verify(new MigrationAddressUnclear());

    rule.on(movingOverTwo(12)).passes();
    assertThat(Moves.of(movingOverTwo(12)).move(200, "pve2").line())
        .isEqualTo("qm migrate 200 pve2 --online --migration_network 10.0.2.0/24");
    rule.on(movingOverTwo(12, 13))
        .reportsExactly("MIG-012[migration/200/pve2]")
        .withMessageContaining("pve2 has 2 addresses in 10.0.1.0/24");
  }

  private static ClusterPlan movingOverTwo(int... second) {
    return cluster("lab", c -> {
      var one = c.network("one", "10.0.1.0/24", net -> net.carries(Traffic.MIGRATION));
      var two = c.network("two", "10.0.2.0/24", net -> net.carries(Traffic.MIGRATION));
      var pve1 = c.node("pve1", n -> n.nic("eno1", one.host(11)).nic("eno2", two.host(11)));
      var pve2 = c.node("pve2", n -> {
        n.nic("eno1", one.host(12)).nic("eno2", one.host(13));
        for (int host : second) {
          n.nic("ens" + host, two.host(host));
        }
      });
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(nas, gib(8)));
      c.migrate(app, pve2, m -> m.online());
    });
  }

  private static ClusterPlan moving(int first, int... second) {
    return cluster("lab", c -> {
      var move = c.network("move", "10.0.1.0/24", net -> net.carries(Traffic.MIGRATION));
      var pve1 = c.node("pve1", n -> n.nic("eno1", move.host(first)));
      var pve2 = c.node("pve2", n -> {
        for (int host : second) {
          n.nic("eno" + host, move.host(host));
        }
      });
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var app = c.vm(200, "app", v -> v.node(pve1).disk(nas, gib(8)));
      c.migrate(app, pve2, m -> m.online());
    });
  }
}
