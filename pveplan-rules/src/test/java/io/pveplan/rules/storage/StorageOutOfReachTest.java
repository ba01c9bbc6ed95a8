package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageOutOfReachTest {

  private final RuleVerifier rule = verify(new StorageOutOfReach());

  @Test
  void a_node_without_address_beside_the_server_is_reported() {
    rule.on(plan("172.20.50.5", false, (n, storage) -> {}))
        .reportsExactly("SHR-024[storage/nas]")
        .withMessageContaining("nodes without a way to 172.20.50.5 of storage nas: pve2");
  }

  @Test
  void an_address_beside_the_server_is_a_way() {
    rule.on(plan("172.20.50.5", false, (n, storage) -> n.nic("eno2", storage.host(12))))
        .passes();
  }

  @ParameterizedTest(name = "server {0}, gateway of the storage network {1}: reported = {2}")
  @CsvSource({
    "172.20.50.5, true, false",
    "172.20.50.5, false, true",
    "198.51.100.5, false, false",
    "2001:db8::5, false, true"
  })
  void a_gateway_leads_to_networks_that_have_one_too(
      String server, boolean routed, boolean reported) {
    ClusterPlan plan = plan(server, routed, (n, storage) -> {});

    if (reported) {
      rule.on(plan).reportsExactly("SHR-024[storage/nas]");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void a_volume_group_on_a_node_without_its_target_is_reported() {
    rule.on(sanPlan(false))
        .reportsExactly("SHR-024[storage/vv]")
        .withMessageContaining("nodes that san gives no LUN below storage vv: pve3");
  }

  @Test
  void a_volume_group_on_a_target_that_is_switched_off_is_reported() {
    rule.on(sanPlan(true))
        .reportsExactly("SHR-024[storage/vv]")
        .withMessageContaining("nodes that san gives no LUN below storage vv: pve1, pve2, pve3");
  }

  private static ClusterPlan sanPlan(boolean disabled) {
    return cluster("lab", c -> {
      var net = c.network("san", "172.30.20.0/24", it -> it.carries(STORAGE));
      var pve1 = c.node("pve1", n -> n.nic("eno1", net.host(11)));
      var pve2 = c.node("pve2", n -> n.nic("eno1", net.host(12)));
      c.node("pve3", n -> n.nic("eno1", net.host(13)));
      var san = c.storage(iscsi("san", "172.30.20.50", "iqn.2024-02.net.example:san"), s -> {
        s.nodes(pve1, pve2).lun(1);
        if (disabled) {
          s.disabled();
        }
      });
      c.storage(lvm("vv", "vg_vv"), s -> s.on(san, 1).shared());
    });
  }

  @Test
  void one_portal_is_enough() {
    rule.on(cluster("lab", c -> {
          var san = c.network("san", "172.30.20.0/24", net -> net.carries(STORAGE));
          c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
          c.node("pve1", n -> n.nic("eno1", san.host(11)));
          c.storage(
              iscsi("san", "172.30.21.50", "iqn.2024-02.net.example:san"),
              s -> s.portals("172.30.20.50"));
        }))
        .passes();
  }

  @Test
  void a_node_without_interfaces_and_a_server_by_name_are_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.storage(nfs("nas", "172.20.50.5", "/export"), s -> {});
        }))
        .isUndecidedFor("network interfaces of pve1");
    rule.on(plan("nas.example.net", false, (n, storage) -> {}))
        .isUndecidedFor("address of server nas.example.net");
  }

  @Test
  void a_plan_without_servers_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  // The first node is beside 172.20.50.5, both have a gateway in the management.
  private static ClusterPlan plan(
      String server, boolean routed, BiConsumer<NodeSpec, NetworkRef> second) {
    return cluster("lab", c -> {
      var mgmt =
          c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
      var storage = c.network("storage", "172.20.50.0/24", net -> {
        net.carries(STORAGE);
        if (routed) {
          net.gateway("172.20.50.1");
        }
      });
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).nic("eno2", storage.host(11)));
      c.node("pve2", n -> second.accept(n.nic("eno1", mgmt.host(12)), storage));
      c.storage(nfs("nas", server, "/export"), s -> {});
    });
  }
}
