package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IscsiPathsTest {

  @Test
  void each_portal_beside_a_nic_is_a_way() {
    IscsiPaths paths = paths(
        target("172.30.20.50", "172.30.21.50"),
        nic("eno1", "172.30.20.11/24"),
        nic("eno2", "172.30.21.11/24"),
        nic("eno3", "10.20.0.11/24"));

    assertThat(paths.portals()).hasToString("[172.30.20.50, 172.30.21.50]");
    assertThat(paths.interfaces()).containsExactly("eno1", "eno2");
    assertThat(paths.nics()).containsExactly("eno1", "eno2");
    assertThat(paths.count()).isEqualTo(2);
  }

  @Test
  void a_portal_counts_once_whatever_its_ports() {
    IscsiPaths paths = paths(
        target("172.30.20.50", "172.30.20.50:3261"),
        nic("eno1", "172.30.20.11/24"),
        nic("eno2", "172.30.20.12/24"));

    assertThat(paths.portals()).hasToString("[172.30.20.50]");
    assertThat(paths.nics()).containsExactly("eno1", "eno2");
    assertThat(paths.count()).isEqualTo(1);
  }

  @Test
  void the_nics_below_a_bond_count() {
    IscsiPaths paths = paths(
        target("172.30.20.50", "172.30.20.51"),
        Bond.builder()
            .name("bond0")
            .mode(BondMode.ACTIVE_BACKUP)
            .addSlaves("eno1", "eno2")
            .addAddress(address("172.30.20.11/24"))
            .build());

    assertThat(paths.interfaces()).containsExactly("bond0");
    assertThat(paths.nics()).containsExactly("eno1", "eno2");
    assertThat(paths.count()).isEqualTo(2);
  }

  @Test
  void names_other_subnets_and_bridges_without_uplink_are_no_way() {
    IscsiPaths paths = paths(
        target("san.example.net", "172.30.22.50", "172.30.23.50"),
        nic("eno1", "172.30.20.11/24"),
        Bridge.builder().name("vmbr1").addAddress(address("172.30.23.11/24")).build());

    assertThat(paths.portals()).isEmpty();
    assertThat(paths.interfaces()).isEmpty();
    assertThat(paths.count()).isZero();
  }

  private static IscsiPaths paths(IscsiStorage target, NodeInterface... interfaces) {
    ClusterPlan plan = ClusterPlan.builder()
        .name("lab")
        .addNode(Node.builder().name("pve1").addInterfaces(interfaces).build())
        .addStorage(target)
        .build();
    return ResolvedPlan.of(plan).iscsiPaths("pve1", target);
  }

  private static IscsiStorage target(String... portals) {
    return IscsiStorage.builder()
        .id("san")
        .target("iqn.2024-02.net.example:san.lun1")
        .addAllPortals(Arrays.stream(portals).map(Portal::parse).toList())
        .build();
  }

  private static Nic nic(String name, String address) {
    return Nic.builder().name(name).addAddress(address(address)).build();
  }

  private static InterfaceAddress address(String text) {
    return new InterfaceAddress(HostAddress.parse(text), Optional.empty());
  }
}
