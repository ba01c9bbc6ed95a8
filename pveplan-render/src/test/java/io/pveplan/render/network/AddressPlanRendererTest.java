package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Renderers;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RendererContract;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AddressPlanRendererTest {

  private static final ResolvedPlan PLAN = ResolvedPlan.of(cluster("lab", c -> {
    c.everyNode(n -> n.domain("example.net")
        .dns("10.0.0.1", "192.0.2.53")
        .timeServers("ntp.example.net", "2001:db8:1::123"));
    var mgmt = c.network(
        "mgmt",
        "10.0.0.0/24",
        net -> net.gateway("10.0.0.1")
            .carries(MANAGEMENT, OUT_OF_BAND)
            .vip("10.0.0.5", "proxy, active at pve1")
            .dhcp("10.0.0.100-10.0.0.149")
            .reserve("10.0.0.200-10.0.0.219", "=printers;+doors")
            .reserve("10.0.0.250-10.0.0.250", "the guard's phone"));
    var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
    var ring6 = c.network(
        "ring6",
        "2001:db8:1::/64",
        net -> net.carries(COROSYNC).dhcp("2001:db8:1::1000-2001:db8:1::1fff"));
    c.network("twin", "10.0.1.0/24", net -> {});
    c.circuit("feed-a", "ups-a", mgmt.host(240));
    c.ethernetSwitch("sw1", s -> s.managementAddress(mgmt.host(201)));
    for (int number : List.of(11, 12)) {
      c.node(
          "pve" + (number - 10),
          n -> n.number(number)
              .hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.nodeAddress(100)))
              .nic(
                  "eno1",
                  b -> b.addresses(ring.nodeAddress(), ring6.nodeAddress()).comment("left card"))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.nodeAddress())));
    }
    c.storageServer("nas", s -> s.addresses("10.0.0.50", "172.16.0.5"));
    c.storage(nfs("files", "10.0.0.51", "/export"), s -> {});
    c.backup(b -> b.server("pbs1", "10.0.0.60", "store1"));
    c.corosync(k -> k.link(0, ring).qdevice("10.0.0.70"));
    var zone = c.zone(simple("nat"), z -> z.ipam("pve").dhcp());
    c.vnet(
        "natnet",
        zone,
        b -> b.subnet(
            "10.150.0.0/24", s -> s.gateway("10.150.0.1").dhcpRange("10.150.0.50", "10.150.0.99")));
    c.vm(200, "web01", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, mgmt.host(80))));
  }));

  // The columns of PrefixImportForm, IPRangeImportForm and IPAddressImportForm:
  // netbox/ipam/forms/bulk_import.py of NetBox 4.6.8.
  private static final Set<String> PREFIX_COLUMNS =
      words("prefix vrf tenant vlan_group vlan_site vlan status role scope_type scope_name scope_id"
          + " is_pool mark_utilized description owner comments tags");
  private static final Set<String> RANGE_COLUMNS = words(
      "start_address end_address vrf tenant status role mark_populated mark_utilized description"
          + " owner comments tags");
  private static final Set<String> ADDRESS_COLUMNS = words(
      "address vrf tenant status role device virtual_machine interface fhrp_group is_primary is_oob"
          + " dns_name description owner comments tags");

  private final AddressPlanRenderer renderer = new AddressPlanRenderer();

  private static Set<String> words(String text) {
    return new TreeSet<>(Arrays.asList(text.split(" ")));
  }

  private List<Artifact> artifacts() {
    return renderer.render(PLAN).artifacts();
  }

  @Test
  void files_are_as_expected() {
    Golden.of("address-plan")
        .matches(artifacts().stream().collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @Test
  void netbox_knows_the_columns() {
    assertThat(columns(1)).isSubsetOf(PREFIX_COLUMNS);
    assertThat(columns(2)).isSubsetOf(RANGE_COLUMNS);
    assertThat(columns(3)).isSubsetOf(ADDRESS_COLUMNS);
  }

  private List<String> columns(int table) {
    return List.of(
        artifacts().get(table).content().lines().findFirst().orElseThrow().split(","));
  }

  @Test
  void netbox_gets_each_address_once() {
    List<String> addresses = artifacts()
        .get(3)
        .content()
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('/')))
        .toList();

    assertThat(addresses).doesNotHaveDuplicates().hasSize(22);
  }

  @Test
  void a_router_with_a_link_local_address_has_no_prefix() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      c.network("left", "2001:db8:1::/64", net -> net.gateway("fe80::1"));
      c.network("right", "2001:db8:2::/64", net -> net.gateway("fe80::1"));
    }));

    assertThat(renderer.render(plan).artifacts().get(0).content()).isEqualTo("""
        address,prefix,network,kind,owner,interface,comment
        fe80::1,,left,gateway,left,,
        fe80::1,,right,gateway,right,,
        """);
    assertThat(renderer.render(plan).artifacts().get(2).content()).isEqualTo("""
        address,status,role,dns_name,description,comments
        fe80::1/128,active,,,gateway of network left,"gateway of network left, gateway of network \
        right"
        """);
  }

  @Test
  void ranges_that_netbox_does_not_take_are_told() {
    ResolvedPlan plan = ResolvedPlan.of(cluster("lab", c -> {
      c.network("left", "10.0.0.0/24", net -> net.dhcp("10.0.0.10-10.0.0.19"));
      c.network("right", "10.0.0.0/24", net -> net.dhcp("10.0.0.19-10.0.0.29"));
      c.network("six", "2001:db8::/64", net -> net.dhcp("2001:db8::1:0-2001:db8::1:1:0"));
    }));

    assertThat(renderer.render(plan).gaps())
        .extracting(Gap::sentence)
        .containsExactly(
            "NetBox has no ranges that overlap: enter 10.0.0.19-10.0.0.29 in a VRF of its own.",
            "NetBox has no range of more than 2^32-1 addresses: enter 2001:db8::1:0-2001:db8::1:1:0"
                + " as prefixes.");
  }

  @Test
  void a_description_is_cut_where_netbox_ends_it() {
    ResolvedPlan plan = ResolvedPlan.of(cluster(
        "lab", c -> c.network("lan", "10.0.0.0/24", net -> net.vip("10.0.0.5", "é".repeat(300)))));

    assertThat(renderer.render(plan).artifacts())
        .extracting(Artifact::path)
        .containsExactly("address-plan.csv", "netbox/1-prefixes.csv", "netbox/3-ip-addresses.csv");
    assertThat(renderer.render(plan).artifacts().get(2).content())
        .isEqualTo("address,status,role,dns_name,description,comments\n"
            + "10.0.0.5/24,active,vip,,virtual address of network lan ("
            + "é".repeat(165)
            + "...,virtual address of network lan ("
            + "é".repeat(300)
            + ")\n");
  }

  @Test
  void a_plan_without_addresses_needs_no_file() {
    assertThat(renderer.render(ResolvedPlan.of(cluster("lab", c -> c.node("pve1", n -> {})))))
        .isEqualTo(Rendering.nothing());
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer).holdsFor(PLAN, ResolvedPlan.of(cluster("empty", c -> {})));
  }

  @Test
  void is_found() {
    assertThat(Renderers.standard().list()).hasAtLeastOneElementOfType(AddressPlanRenderer.class);
  }
}
