package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.activeBackup;
import static io.pveplan.dsl.Pveplan.bond;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.model.Traffic.BACKUP;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.MIGRATION;
import static io.pveplan.model.Traffic.REPLICATION;
import static io.pveplan.model.Traffic.STORAGE;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plans by the name of the case, each about one thing in an interfaces file. */
final class InterfacesCases {

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>();

  static {
    dsl("single-bridge", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1"));
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
      c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
    });
    dsl("bond-lacp", c -> {
      var ceph = c.network("ceph", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC));
      c.node(
          "pve1",
          n -> n.bond(
                  lacp("bond1", "enp3s0", "enp2s0")
                      .hashPolicy(HashPolicy.LAYER3_4)
                      .fast(),
                  ceph.host(11))
              .bridge("vmbr0", b -> b.over(lacp("bond0", "enp4s0", "enp5s0"))));
    });
    dsl("bond-active-backup", c -> {
      var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
      c.node(
          "pve1",
          n -> n.bond(activeBackup("bond0", "eno2", "eno1").primary("eno2"), ring.host(11)));
    });
    dsl(
        "bond-modes",
        c -> c.node(
            "pve1",
            n -> n.bond(bond("bond0", BondMode.BALANCE_RR, "eno1", "eno2"))
                .bond(bond("bond1", BondMode.BALANCE_XOR, "eno3", "eno4")
                    .hashPolicy(HashPolicy.LAYER2))
                .bond(bond("bond2", BondMode.BROADCAST, "eno5", "eno6"))
                .bond(bond("bond3", BondMode.BALANCE_TLB, "eno7", "eno8"))
                .bond(bond("bond4", BondMode.BALANCE_ALB, "eno9", "eno10"))));
    built(
        "bond-slow",
        Bond.builder()
            .name("bond0")
            .mode(BondMode.LACP)
            .addSlaves("eno1", "eno2")
            .miimon(50)
            .hashPolicy(HashPolicy.LAYER2_3)
            .lacpRate(LacpRate.SLOW)
            .mtu(Mtu.of(9000))
            .comment("to both switches")
            .build());
    dsl("vlan-aware", c -> {
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));
      c.node("pve1", n -> n.bridge("vmbr1", b -> b.over("eno2").vlanAware().carries(guests)));
    });
    dsl(
        "vlan-aware-vids",
        c ->
            c.node("pve1", n -> n.bridge("vmbr1", b -> b.over("eno2").vlanAware("30", "100-199"))));
    dsl(
        "vlan-aware-twice",
        c -> c.node(
            "pve1",
            n -> n.bridge("vmbr1", b -> b.over("eno2").vlanAware())
                .bridge("vmbr0", b -> b.over("eno1").vlanAware())));
    dsl("vlan-dotted", c -> {
      var mgmt =
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      var storage = c.network("storage", "10.20.2.0/24", net -> net.carries(STORAGE));
      var move = c.network("move", "10.20.3.0/24", net -> net.carries(MIGRATION));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware())
              .vlan("vmbr0.20", mgmt.host(11))
              .bond(activeBackup("bond1", "eno3", "eno4"))
              .bond(activeBackup("bond0", "eno5", "eno6"))
              .vlan("bond1.30", storage.host(11))
              .nic("eno2")
              .vlan("eno2.40", move.host(11)));
    });
    built(
        "vlan-plain",
        Vlan.builder()
            .name("vlan30")
            .parent("bond0")
            .tag(VlanTag.of(30))
            .addAddress(new InterfaceAddress(HostAddress.parse("10.20.2.11/24"), Optional.empty()))
            .mtu(Mtu.of(9000))
            .comment("storage")
            .build(),
        Vlan.builder().name("bond0.40").parent("bond0").tag(VlanTag.of(40)).build(),
        Vlan.builder().name("vlan20").parent("vmbr0").tag(VlanTag.of(20)).build(),
        Bridge.builder().name("vmbr0").addPort("bond0").build(),
        Bond.builder()
            .name("bond0")
            .mode(BondMode.ACTIVE_BACKUP)
            .addSlaves("eno1", "eno2")
            .build());
    built(
        "vlan-as-port",
        Nic.builder().name("eno1").build(),
        Vlan.builder().name("eno1.30").parent("eno1").tag(VlanTag.of(30)).build(),
        Bridge.builder().name("vmbr30").addPorts("eno2", "eno1.30").build());
    dsl("ipv6-only", c -> {
      var mgmt = c.network(
          "mgmt", "2001:db8:20::/64", net -> net.gateway("2001:db8:20::1").carries(MANAGEMENT));
      c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(17)).comment("management")));
    });
    dsl("dual-stack", c -> {
      var mgmt4 =
          c.network("mgmt4", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      var mgmt6 = c.network(
          "mgmt6", "2001:db8:20::/64", net -> net.gateway("2001:db8:20::1").carries(MANAGEMENT));
      var ring4 = c.network("ring4", "10.20.1.0/24", net -> net.carries(COROSYNC));
      var ring6 = c.network("ring6", "2001:db8:21::/64", net -> net.carries(COROSYNC));
      c.node(
          "pve1",
          n -> n.bridge(
                  "vmbr0",
                  b -> b.over("eno1")
                      .address(mgmt6.host(11))
                      .address(mgmt4.host(11))
                      .vlanAware()
                      .comment("management"))
              .nic("eno2", ring4.host(11), ring6.host(11)));
    });
    dsl("mtu-chain", c -> {
      var storage =
          c.network("storage", "10.20.2.0/24", net -> net.carries(STORAGE).mtu(9000));
      var move = c.network("move", "10.20.3.0/24", net -> net.carries(MIGRATION));
      var guests = c.network("guests", net -> net.carries(GUEST).mtu(8950));
      var backup = c.network("backup", "10.20.4.0/24", net -> net.carries(BACKUP));
      var copy =
          c.network("copy", "10.20.5.0/24", net -> net.carries(REPLICATION).mtu(9000));
      c.node(
          "pve1",
          n -> n.bond(lacp("bond0", "eno1", "eno2"))
              .vlan("bond0.30", storage.host(11))
              .vlan("bond0.40", move.host(11))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond1", "eno3", "eno4")).vlanAware().carries(guests))
              .nic("eno5", b -> b.mtu(1500))
              .bond(lacp("bond2", "eno6", "eno7"))
              .bridge("vmbr2", b -> b.over("bond2").address(backup.host(11)))
              .vlan("bond2.50", copy.host(11)));
    });
    dsl(
        "bridge-without-ports",
        c -> c.node("pve1", n -> n.bridge("vmbr9", b -> b.address("10.150.10.1/24"))));
    dsl("several-addresses", c -> {
      var old = c.network("old", "10.10.0.0/24", net -> net.carries(MANAGEMENT));
      var mgmt =
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      c.node(
          "pve1",
          n -> n.bridge(
              "vmbr0",
              b -> b.over("eno1")
                  .address(old.host(11))
                  .address(mgmt.host(11))
                  .address("2001:db8:20::11/64")
                  .address("2001:db8:21::11/64")
                  .comment("moving to 10.20.0.0/24")));
    });
    dsl(
        "comments",
        c -> c.node(
            "pve1",
            n -> n.nic("eno1", b -> b.comment("spare, rack 3"))
                .bridge("vmbr0", b -> b.over("eno2").comment("# gäste & \"more\""))));
    dsl("two-gateways", c -> {
      var mgmt =
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
      var dmz = c.network("dmz", "192.0.2.0/24", net -> net.gateway("192.0.2.1").carries(GUEST));
      c.node(
          "pve1",
          n -> n.bridge("vmbr1", b -> b.over("eno2").address(dmz.host(11)))
              .bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
    });
    dsl("no-gateway-of-two", c -> {
      var a = c.network("a", "10.20.0.0/24", net -> net.gateway("10.20.0.1"));
      var b = c.network("b", "192.0.2.0/24", net -> net.gateway("192.0.2.1"));
      c.node("pve1", n -> n.nic("eno1", a.host(11)).nic("eno2", b.host(11)));
    });
    built(
        "left-out",
        Bridge.builder().name("vmbr0").addVid(VlanRange.of(100, 199)).build(),
        Nic.builder().name("enp65s0f0np0").build(),
        Vlan.builder()
            .name("enp65s0f0np0.30")
            .parent("enp65s0f0np0")
            .tag(VlanTag.of(30))
            .addAddresses(
                new InterfaceAddress(HostAddress.parse("10.20.2.11/24"), Optional.empty()),
                new InterfaceAddress(HostAddress.parse("10.20.3.11/24"), Optional.empty()))
            .build());
    ALL.put("product-example", ResolvedPlan.of(productExample()));
  }

  private InterfacesCases() {}

  static ResolvedPlan of(String name) {
    return ALL.get(name);
  }

  private static void dsl(String name, Consumer<ClusterSpec> block) {
    ALL.put(name, ResolvedPlan.of(cluster("lab", block)));
  }

  // PVE::Network::Interfaces reads and writes the expected file without a change.
  private static ClusterPlan productExample() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "198.51.100.0/24", net -> net.gateway("198.51.100.1"));
      var mgmt6 = c.network("mgmt6", "2001:db8:0:1::/64", net -> net.gateway("2001:db8:0:1::1"));
      var ring = c.network("ring", "192.0.2.0/28", net -> net.carries(COROSYNC));
      c.node(
          "pve-a",
          n -> n.bridge(
                  "vmbr0",
                  b -> b.over(activeBackup("bond0", "nic0", "nic1").primary("nic0"))
                      .address(mgmt.host(11))
                      .address(mgmt6.address("2001:db8:0:1::11"))
                      .vlanAware()
                      .comment("management and guests"))
              .nic("nic2", b -> b.addresses(ring.host(11)).comment("corosync link 0"))
              .bond(
                  lacp("bond1", "nic3", "nic4").hashPolicy(HashPolicy.LAYER3_4).fast()));
    });
    Node node = Node.builder()
        .from(plan.nodes().get(0))
        .addInterfaces(
            vlan("vlan51", 51, "203.0.113.75/26", "migration"),
            vlan("bond1.50", 50, "203.0.113.11/26", "storage"))
        .build();
    return ClusterPlan.builder().from(plan).nodes(List.of(node)).build();
  }

  private static Vlan vlan(String name, int tag, String address, String comment) {
    return Vlan.builder()
        .name(name)
        .parent("bond1")
        .tag(VlanTag.of(tag))
        .addAddress(new InterfaceAddress(HostAddress.parse(address), Optional.empty()))
        .mtu(Mtu.of(9000))
        .comment(comment)
        .build();
  }

  // What the DSL has no words for, and a plan in JSON can hold.
  private static void built(String name, NodeInterface... interfaces) {
    ALL.put(name, of(List.of(interfaces)));
  }

  static ResolvedPlan of(List<NodeInterface> interfaces) {
    Node node = Node.builder().name("pve1").interfaces(interfaces).build();
    return ResolvedPlan.of(ClusterPlan.builder().name("lab").addNode(node).build());
  }
}
