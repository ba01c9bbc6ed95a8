package io.pveplan.rules.backup;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.BackupSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeConfigurationNotSavedTest {

  private static final StorageRef PBS = StorageRef.named("pbs1");
  private static final NodeRef PVE1 = NodeRef.named("pve1");

  private final RuleVerifier rule = verify(new NodeConfigurationNotSaved());

  private static ClusterPlan saving(Consumer<BackupSpec> backup) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storage(pbs("pbs1", "10.0.0.6", "store1", "cluster@pbs", fromFile("/root/pw")), s -> {});
      c.backup(backup);
    });
  }

  @Test
  void nodes_that_nothing_saves_are_reported() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {})))
        .reportsExactly("BCK-002[node/pve1]")
        .withMessageContaining(
            "no host backup saves /etc/pve and /etc/network of pve1; saved: nothing")
        .withRemedyContaining("Save /etc/pve and /etc/network with proxmox-backup-client.");
  }

  @Test
  void only_the_node_that_is_left_out_is_reported() {
    rule.on(saving(b -> b.hosts(List.of(PVE1), "01:15", PBS, "/etc/pve", "/etc/network")))
        .reportsExactly("BCK-002[node/pve2]");
  }

  @Test
  void two_backups_of_a_node_are_taken_together() {
    rule.on(saving(b ->
            b.hosts("01:15", PBS, "/etc/pve").hosts(List.of(PVE1), "01:30", PBS, "/etc/network")))
        .reportsExactly("BCK-002[node/pve2]")
        .withMessageContaining("no host backup saves /etc/network of pve2; saved: /etc/pve")
        .withRemedyContaining("Save /etc/network with proxmox-backup-client.");
  }

  @ParameterizedTest(name = "{0} and {1}: reported = {2}")
  @CsvSource({
    "/etc/pve,       /etc/network,            false",
    "/etc/pve/,      /etc//network/,          false",
    "/etc/pve,       /etc,                    false",
    "/etc,           /etc/network,            true",
    "/etc/pve/nodes, /etc/network,            true",
    "/etc/pve,       /etc/network/interfaces, true",
    "/etc/pve,       /etc/networks,           true",
  })
  void a_saved_etc_covers_network_but_not_the_mount_below_it(
      String first, String second, boolean reported) {
    var verdict = rule.on(saving(b -> b.hosts("01:15", PBS, first, second)));

    if (reported) {
      verdict.reportsExactly("BCK-002[node/pve1]", "BCK-002[node/pve2]");
    } else {
      verdict.passes();
    }
  }

  @Test
  void the_remedy_for_a_saved_etc_tells_of_the_mount() {
    rule.on(saving(b -> b.hosts("01:15", PBS, "/etc")))
        .reportsExactly("BCK-002[node/pve1]", "BCK-002[node/pve2]")
        .withMessageContaining("; saved: /etc")
        .withRemedyContaining("Save /etc/pve beside /etc: it is a mount point, which"
            + " proxmox-backup-client skips there.");
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
