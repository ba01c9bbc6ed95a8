package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class MigrationInTheClearTest {

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
  void memory_goes_in_the_clear_over_a_private_network_only() {
    RuleVerifier rule = verify(new MigrationInTheClear());

    rule.on(lab((c, move) -> c.migration(m -> m.over(move).insecure()))).passes();
    rule.on(lab((c, move) -> c.migration(m -> m.insecure())))
        .reportsExactly("MIG-014[cluster/migration]")
        .withMessageContaining(
            "migrations are insecure and go over the addresses of the node names");
    rule.on(lab((c, move) -> {
          var lan = c.network("lan", "10.0.2.0/24", net -> net.carries(Traffic.GUEST));
          c.migration(m -> m.over(lan).insecure());
        }))
        .reportsExactly("MIG-014[cluster/migration]")
        .withMessageContaining("migrations are insecure and go over lan, which others use");
    rule.on(lab((c, move) -> c.migration(m -> m.over(move)))).passes();
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.migration(m -> m.insecure());
        }))
        .isNotApplicable();
  }
}
