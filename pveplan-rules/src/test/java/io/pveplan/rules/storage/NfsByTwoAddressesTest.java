package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NfsByTwoAddressesTest {

  private final RuleVerifier rule = verify(new NfsByTwoAddresses());

  @Test
  void an_export_over_two_addresses_is_reported() {
    rule.on(exports("172.20.51.5", "/export/pve", "pve1"))
        .reportsExactly("SHR-020[storage/second]")
        .withMessageContaining("storages first and second are /export/pve of server nas over its"
            + " addresses 172.20.50.5 and 172.20.51.5");
  }

  @Test
  void a_share_over_two_addresses_is_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.storageServer("nas", s -> s.addresses("172.20.50.5", "172.20.51.5"));
      c.storage(cifs("first", "172.20.50.5", "pve"), s -> {});
      c.storage(cifs("second", "172.20.51.5", "pve"), s -> {});
    });

    rule.on(plan).reportsExactly("SHR-020[storage/second]");
  }

  @Test
  void other_exports_other_nodes_and_other_servers_pass() {
    rule.on(exports("172.20.51.5", "/export/more", "pve1")).passes();
    rule.on(exports("172.20.51.5", "/export/pve", "pve2")).passes();
    rule.on(exports("172.20.51.6", "/export/pve", "pve1")).passes();
    rule.on(exports("172.20.50.5", "/export/pve", "pve1")).passes();
  }

  @Test
  void a_plan_without_file_servers_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  private static ClusterPlan exports(String server, String export, String node) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.storageServer("nas", s -> s.addresses("172.20.50.5", "172.20.51.5"));
      c.storage(nfs("first", "172.20.50.5", "/export/pve"), s -> s.nodes(NodeRef.named("pve1")));
      c.storage(nfs("second", server, export), s -> s.nodes(NodeRef.named(node)));
    });
  }
}
