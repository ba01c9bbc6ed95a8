package io.pveplan.rules.backup;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.backup.HostRestore;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoRestoreOrderTest {

  private final RuleVerifier rule = verify(new NoRestoreOrder());

  @Test
  void a_plan_without_backup_is_reported() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {})))
        .reportsExactly("BCK-028[backup/restore]")
        .withMessageContaining("the plan does not say how a lost node is brought back")
        .withRemedyContaining(
            "Say it with restoreHostsBy(..), write the steps down, and rehearse them.");
  }

  @Test
  void a_backup_without_restore_is_reported() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.backup(b -> b.server("pbs1", "10.0.0.6", "store1"));
    });

    rule.on(plan).reportsExactly("BCK-028[backup/restore]");
  }

  @ParameterizedTest
  @EnumSource(HostRestore.class)
  void any_way_passes(HostRestore way) {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.backup(b -> b.restoreHostsBy(way));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
