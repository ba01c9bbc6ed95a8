package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class OpenIscsiMissingTest {

  private final RuleVerifier rule = verify(new OpenIscsiMissing());

  @Test
  void a_node_without_the_package_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.packages("open-iscsi"));
          c.node("pve2", n -> n.packages("chrony"));
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
        }))
        .reportsExactly("SHR-012[node/pve2]")
        .withMessageContaining("pve2 has iSCSI storage san and does not get open-iscsi");
  }

  @Test
  void all_nodes_with_the_package_pass() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.packages("open-iscsi"));
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
        }))
        .passes();
  }

  @Test
  void a_node_whose_packages_nobody_knows_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
        }))
        .isUndecidedFor("packages of pve1");
  }

  @Test
  void without_a_target_there_is_nothing_to_look_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
