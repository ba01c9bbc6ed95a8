package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.PlanChanges.withVm;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressOffNetworkTest {

  private final RuleVerifier rule = verify(new AddressOffNetwork());

  private static ClusterPlan guest(String bridge, String address, String... gateway) {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
      var zone = c.zone(simple("nat"), z -> {});
      c.vnet("vn", zone, b -> b.subnet("10.1.0.0/24", s -> {}).subnet("10.2.0.0/24", s -> {}));
      c.vm(200, "app", v -> v.nic(bridge));
    });
    IpConfig.Builder config = IpConfig.builder()
        .nic(0)
        .address(new InterfaceAddress(HostAddress.parse(address), Optional.empty()));
    List.of(gateway).forEach(it -> config.gateway(IpAddress.parse(it)));
    return withVm(
        plan,
        200,
        it -> it.cloudInit(CloudInit.builder().addIpConfigs(config.build()).build()));
  }

  @Test
  void an_address_in_no_subnet_of_its_vnet_is_reported() {
    rule.on(guest("vn", "10.3.0.5/24"))
        .reportsExactly("CI-006[guest/200/net0]")
        .withMessageContaining(
            "net0 of app: 10.3.0.5/24 is in no subnet of VNet vn: [10.1.0.0/24, 10.2.0.0/24]");
  }

  @Test
  void a_gateway_of_another_subnet_is_reported() {
    rule.on(guest("vmbr0", "10.3.0.5/24", "10.3.1.1"))
        .reportsExactly("CI-006[guest/200/net0]")
        .withMessageContaining("net0 of app: gateway 10.3.1.1 is not in 10.3.0.0/24");
  }

  @Test
  void an_address_of_the_vnet_passes() {
    rule.on(guest("vn", "10.2.0.5/24", "10.2.0.1")).passes();
    rule.on(guest("vmbr0", "10.3.0.5/24", "10.3.0.1")).passes();
  }

  @Test
  void a_clone_takes_over_an_address_that_its_vnet_has_not() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
          var lan = c.network("lan", "10.3.0.0/24", n -> {});
          var zone = c.zone(simple("nat"), z -> {});
          var vnet = c.vnet("vn", zone, b -> b.subnet("10.1.0.0/24", s -> {}));
          var image = c.template(
              900, "image", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, lan.host(5))));
          c.vm(200, "app", v -> v.cloneOf(image).nic(vnet));
        }))
        .reportsExactly("CI-006[guest/200/net0]")
        .withMessageContaining("net0 of app: 10.3.0.5/24 is in no subnet of VNet vn");
  }

  @Test
  void a_router_of_ipv6_may_have_a_link_local_address() {
    rule.on(guest("vmbr0", "2001:db8::5/64", "fe80::1")).passes();
  }

  private static ClusterPlan carried(String bridge, int tag, String network) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", n -> n.carries(Traffic.MANAGEMENT));
      var guests =
          c.network("guests", "10.0.5.0/24", n -> n.carries(Traffic.GUEST).vlan(110));
      var elsewhere = c.network("elsewhere", "10.0.6.0/24", n -> n.vlan(120));
      var lan = c.network("lan", "10.0.7.0/24", n -> {});
      var node = c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)))
              .bridge("vmbr1", b -> b.over("eno2").vlanAware("110-119").carries(guests))
              .bridge("vmbr2", b -> b.over("eno3"))
              .bridge("vmbr3", b -> b.over("eno4").carries(guests)));
      NetworkRef of = Map.of("mgmt", mgmt, "guests", guests, "elsewhere", elsewhere, "lan", lan)
          .get(network);
      c.vm(200, "app", v -> {
        if (tag == 0) {
          v.nic(bridge);
        } else {
          v.nic(bridge, vlan(tag));
        }
        v.node(node).cloudInit(s -> s.address(0, of.host(9)));
      });
    });
  }

  private void isApart(ClusterPlan plan, String where) {
    rule.on(plan)
        .reportsExactly("CI-006[guest/200/net0]")
        .withMessageContaining("net0 of app: " + where);
  }

  @Test
  void an_address_of_a_network_that_bridge_and_vlan_do_not_carry_is_reported() {
    isApart(
        carried("vmbr1", 0, "guests"),
        "10.0.5.9/24 is of another network: network guests is VLAN 110, and the card is in vmbr1"
            + " without a VLAN");
    isApart(
        carried("vmbr1", 119, "guests"),
        "10.0.5.9/24 is of another network: network guests is VLAN 110, and the card is in VLAN 119"
            + " of vmbr1");
    isApart(
        carried("vmbr0", 0, "guests"),
        "10.0.5.9/24 is of another network: network guests is VLAN 110, and the card is in vmbr0"
            + " without a VLAN");
    isApart(
        carried("vmbr1", 0, "mgmt"),
        "10.0.0.9/24 is of another network: network mgmt is in vmbr0, and the card is in vmbr1"
            + " without a VLAN");
    isApart(
        carried("vmbr0", 119, "mgmt"),
        "10.0.0.9/24 is of another network: network mgmt is in vmbr0, and the card is in VLAN 119"
            + " of vmbr0");
  }

  @Test
  void an_address_of_a_network_that_the_card_is_in_passes() {
    rule.on(carried("vmbr1", 110, "guests")).passes();
    rule.on(carried("vmbr0", 110, "guests")).passes();
    rule.on(carried("vmbr0", 0, "mgmt")).passes();
    rule.on(carried("vmbr3", 0, "guests")).passes();
    rule.on(carried("vmbr3", 110, "guests")).passes();
  }

  @Test
  void the_network_of_an_address_is_found_by_its_subnet() {
    IpConfig address = IpConfig.builder()
        .nic(0)
        .address(new InterfaceAddress(HostAddress.parse("10.0.5.9/24"), Optional.empty()))
        .build();
    isApart(
        withVm(
            carried("vmbr1", 119, "guests"),
            200,
            it -> it.cloudInit(CloudInit.builder().addIpConfigs(address).build())),
        "10.0.5.9/24 is of another network: network guests is VLAN 110, and the card is in VLAN 119"
            + " of vmbr1");
  }

  @Test
  void what_the_plan_does_not_tell_passes() {
    // Nothing is said of vmbr2, and nobody carries the others.
    rule.on(carried("vmbr2", 0, "guests")).passes();
    rule.on(carried("vmbr0", 0, "elsewhere")).passes();
    rule.on(carried("vmbr0", 0, "lan")).passes();
    rule.on(carried("vmbr1", 119, "lan")).passes();
  }

  private static ClusterPlan container(String bridge, String network, String... gateway) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", n -> n.carries(Traffic.MANAGEMENT));
      var guests =
          c.network("guests", "10.0.5.0/24", n -> n.carries(Traffic.GUEST).vlan(110));
      var node = c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)))
              .bridge("vmbr1", b -> b.over("eno2").vlanAware("110-119").carries(guests))
              .bridge("vmbr3", b -> b.over("eno4").carries(guests)));
      var zone = c.zone(simple("nat"), z -> {});
      c.vnet("vn", zone, b -> b.subnet("10.1.0.0/24", s -> {}));
      var address = (network.equals("mgmt") ? mgmt : guests).host(9);
      var nas = StorageRef.named("nas");
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.container(300, "dns", containerTemplate(nas, "a.tar.zst"), nas, gib(1), t -> {
        t.node(node).nic(bridge);
        if (gateway.length == 0) {
          t.address(0, address);
        } else {
          t.address(0, address, gateway[0]);
        }
      });
    });
  }

  @Test
  void an_address_of_a_container_is_held_against_the_network_of_its_card() {
    rule.on(container("vmbr0", "guests"))
        .reportsExactly("CI-006[guest/300/net0]")
        .withMessageContaining("net0 of dns: 10.0.5.9/24 is of another network: network guests is"
            + " VLAN 110, and the card is in vmbr0 without a VLAN");
    rule.on(container("vn", "guests"))
        .reportsExactly("CI-006[guest/300/net0]")
        .withMessageContaining(
            "net0 of dns: 10.0.5.9/24 is in no subnet of VNet vn: [10.1.0.0/24]");
    rule.on(container("vmbr3", "guests", "10.0.6.1"))
        .reportsExactly("CI-006[guest/300/net0]")
        .withMessageContaining("net0 of dns: gateway 10.0.6.1 is not in 10.0.5.0/24");
    rule.on(container("vmbr3", "guests")).passes();
    rule.on(container("vmbr0", "mgmt")).passes();
  }

  @Test
  void a_finding_at_a_container_has_its_line() {
    ClusterPlan plan = container("vmbr0", "guests");

    assertThat(RuleBook.empty().with(new AddressOffNetwork()).check(plan).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.declaredAt())
            .isPresent()
            .isEqualTo(plan.guests().get(0).declaredAt()));
  }

  @Test
  void an_address_that_nothing_can_be_held_against_is_undecided() {
    rule.on(guest("vmbr0", "10.3.0.5/24")).isUndecidedFor("network of 10.3.0.5/24 of app");
    rule.on(guest("vn", "2001:db8::5/64")).isUndecidedFor("network of 2001:db8::5/64 of app");
  }

  @Test
  void a_plan_without_static_addresses_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
