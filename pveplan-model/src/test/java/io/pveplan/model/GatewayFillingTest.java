package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Ipv6Source;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.unit.DataSize;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayFillingTest {

  private static final IpConfig LAN = at(0, "10.0.0.5/24", "lan");
  private static final IpConfig APPS = at(1, "10.1.0.5/24", "apps");

  private static IpConfig at(int nic, String address, String network) {
    return IpConfig.builder()
        .nic(nic)
        .address(new InterfaceAddress(HostAddress.parse(address), Optional.of(network)))
        .build();
  }

  private static IpConfig over(IpConfig config, String gateway) {
    return IpConfig.builder().from(config).gateway(IpAddress.parse(gateway)).build();
  }

  private static IpConfig dhcp(int nic) {
    return IpConfig.builder().nic(nic).dhcp(true).build();
  }

  private static Network network(String name, String subnet, String gateway) {
    return Network.builder()
        .name(name)
        .subnet(Subnet.parse(subnet))
        .gateway(IpAddress.parse(gateway))
        .build();
  }

  private static ClusterPlan.Builder networks() {
    return ClusterPlan.builder()
        .name("lab")
        .addNetworks(
            network("lan", "10.0.0.0/24", "10.0.0.1"),
            network("apps", "10.1.0.0/24", "10.1.0.1"),
            network("lan6", "2001:db8::/64", "2001:db8::1"),
            network("apps6", "2001:db8:1::/64", "2001:db8:1::1"),
            Network.builder()
                .name("storage")
                .subnet(Subnet.parse("10.2.0.0/24"))
                .build())
        .addNodes(Node.builder()
            .name("pve1")
            .addInterfaces(Bridge.builder().name("vmbr0").build())
            .build());
  }

  private static List<GuestNic> cards() {
    return Collections.nCopies(3, GuestNic.builder().bridge("vmbr0").build());
  }

  /** What a machine gets, as gateways by card. */
  private static List<String> ofVm(IpConfig... configs) {
    ResolvedPlan resolved = ResolvedPlan.of(networks()
        .addGuests(Vm.builder()
            .vmid(Vmid.of(200))
            .name("web")
            .addAllNics(cards())
            .cloudInit(CloudInit.builder().addIpConfigs(configs).build())
            .build())
        .build());
    List<String> gateways =
        gateways(((Vm) resolved.guests().get(0)).cloudInit().orElseThrow().ipConfigs());
    assertThat(resolved.defaults().stream()
            .filter(it -> it.field().equals("gateway"))
            .count())
        .isLessThanOrEqualTo(gateways.size());
    return gateways;
  }

  private static List<String> ofContainer(IpConfig... configs) {
    ResolvedPlan resolved = ResolvedPlan.of(networks()
        .addGuests(Container.builder()
            .vmid(Vmid.of(300))
            .name("dns")
            .ostemplate(Volume.parse("local:vztmpl/a.tar.zst"))
            .rootfs(GuestDisk.builder()
                .slot("rootfs")
                .storage("local")
                .size(DataSize.gib(4))
                .build())
            .addAllNics(cards())
            .addIpConfigs(configs)
            .build())
        .build());
    return gateways(((Container) resolved.guests().get(0)).ipConfigs());
  }

  private static List<String> gateways(List<IpConfig> configs) {
    return configs.stream()
        .filter(it -> it.gateway().isPresent())
        .map(it -> "net" + it.nic() + " " + it.gateway().get())
        .toList();
  }

  @Test
  void the_first_card_has_the_default_route() {
    assertThat(ofVm(LAN, APPS)).containsExactly("net0 10.0.0.1");
    assertThat(ofVm(APPS, LAN)).containsExactly("net0 10.0.0.1");
    assertThat(ofContainer(LAN, APPS)).containsExactly("net0 10.0.0.1");
  }

  @Test
  void each_family_has_one() {
    assertThat(ofVm(LAN, APPS, at(1, "2001:db8::5/64", "lan6"), at(2, "2001:db8:1::5/64", "apps6")))
        .containsExactly("net0 10.0.0.1", "net1 2001:db8::1");
  }

  @Test
  void a_card_whose_network_has_no_gateway_leaves_it_to_the_next() {
    assertThat(ofVm(at(0, "10.2.0.5/24", "storage"), APPS)).containsExactly("net1 10.1.0.1");
    assertThat(ofContainer(at(0, "10.2.0.5/24", "storage"), APPS)).containsExactly("net1 10.1.0.1");
  }

  @Test
  void a_gateway_of_the_plan_is_the_only_one() {
    assertThat(ofVm(LAN, over(APPS, "10.1.0.254"))).containsExactly("net1 10.1.0.254");
    assertThat(ofVm(LAN, over(APPS, "10.1.0.254"), at(1, "2001:db8::5/64", "lan6")))
        .containsExactly("net1 10.1.0.254", "net1 2001:db8::1");
    assertThat(ofVm(over(LAN, "10.0.0.254"), over(APPS, "10.1.0.254")))
        .containsExactly("net0 10.0.0.254", "net1 10.1.0.254");
  }

  @Test
  void a_card_with_dhcp_has_the_route_that_the_server_tells_it() {
    assertThat(ofVm(dhcp(0), APPS)).isEmpty();
    assertThat(ofVm(LAN, dhcp(1))).containsExactly("net0 10.0.0.1");
    assertThat(ofVm(
            IpConfig.builder().nic(0).ipv6(Ipv6Source.AUTO).build(),
            LAN,
            at(1, "2001:db8::5/64", "lan6")))
        .containsExactly("net0 10.0.0.1");
    assertThat(ofContainer(dhcp(0), APPS)).isEmpty();
  }

  @Test
  void a_card_of_which_nothing_is_said_has_dhcp_in_a_machine_and_nothing_in_a_container() {
    assertThat(ofVm(APPS)).isEmpty();
    assertThat(ofContainer(APPS)).containsExactly("net1 10.1.0.1");
  }
}
