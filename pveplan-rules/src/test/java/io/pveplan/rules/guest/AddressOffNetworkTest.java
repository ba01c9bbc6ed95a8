package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.PlanChanges.withVm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
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
