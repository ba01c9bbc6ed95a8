package io.pveplan.render.network;

import static io.pveplan.dsl.Pveplan.activeBackup;
import static io.pveplan.dsl.Pveplan.bond;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.dsl.Pveplan.portOptions;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.VlanProtocol;
import java.util.Map;
import java.util.TreeMap;

/** One node for each kind of interface that a file can have, for either release. */
final class InterfacesDialect {

  /** The networks of a case. */
  record Nets(
      NetworkRef mgmt, NetworkRef mgmt6, NetworkRef ceph, NetworkRef ceph6, NetworkRef guests) {}

  private interface Case {
    void on(NodeSpec n, Nets nets);
  }

  private static final Map<String, Case> CASES = new TreeMap<>();

  static {
    CASES.put(
        "bond-active-backup",
        (n, nets) -> n.bridge(
            "vmbr0",
            b -> b.over(activeBackup("bond0", "eno1", "eno2").primary("eno2").miimon(50))
                .address(nets.mgmt().host(11))));
    CASES.put(
        "bond-lacp",
        (n, nets) -> n.bond(
            lacp("bond0", "eno1", "eno2")
                .hashPolicy(HashPolicy.LAYER3_4)
                .fast()
                .minLinks(2)
                .comment("to both switches"),
            nets.ceph().host(11)));
    CASES.put(
        "bonds-without-switch",
        (n, nets) -> n.bond(bond("bond0", BondMode.BALANCE_RR, "eno1", "eno2"))
            .bond(
                bond("bond1", BondMode.BALANCE_XOR, "eno3", "eno4").hashPolicy(HashPolicy.LAYER2_3))
            .bond(bond("bond2", BondMode.BROADCAST, "eno5", "eno6"))
            .bond(bond("bond3", BondMode.BALANCE_TLB, "eno7", "eno8"))
            .bond(
                bond("bond4", BondMode.BALANCE_ALB, "eno9", "eno10"),
                nets.mgmt6().host(11)));
    CASES.put(
        "bridge-plain",
        (n, nets) -> n.bridge("vmbr0", b -> b.over("eno1").address(nets.mgmt().host(11)))
            .bridge("vmbr1", b -> b.comment("guests among themselves"))
            .bridge("vmbr2", b -> b.over("eno2", "eno3").spanningTree(15)));
    CASES.put(
        "bridge-ports",
        (n, nets) -> n.nic("eno1", b -> b.asPort(portOptions().learning(false).unicastFlood(false)))
            .bridge(
                "vmbr0",
                b -> b.over("eno1")
                    .over(lacp("bond0", "eno2", "eno3")
                        .asPort(portOptions().access(30).multicastFlood(true)))
                    .vlanAware("30", "100-199"))
            .nic("eno4")
            .vlan("vlan40", "eno4", 40, b -> b.asPort(portOptions().arpNdSuppress(true)))
            .bridge("vmbr1", b -> b.over("vlan40")));
    CASES.put(
        "bridge-vlan-aware",
        (n, nets) -> n.bridge(
                "vmbr0",
                b -> b.over(lacp("bond0", "eno1", "eno2"))
                    .vlanAware()
                    .carries(nets.guests())
                    .address(nets.mgmt().host(11)))
            .bridge("vmbr1", b -> b.over("eno3").vlanAware("20", "30-39")));
    CASES.put(
        "comments",
        (n, nets) -> n.nic("eno1", b -> b.comment("rack 3, unit 7\nport 12 of sw1"))
            .bridge(
                "vmbr0",
                b -> b.over("eno1")
                    .address(nets.mgmt().host(11))
                    .address(nets.mgmt6().host(11))
                    .comment("management\n#old: 10.10.0.11\nIPv6 since 2026")));
    CASES.put(
        "dual-stack",
        (n, nets) -> n.bridge(
            "vmbr0",
            b -> b.over("eno1")
                .address("10.9.0.11/24")
                .address(nets.mgmt().host(11))
                .address(nets.mgmt6().host(11))
                .address("2001:db8:21::11/64")
                .address("10.9.1.11/24")));
    CASES.put(
        "ipv6-only",
        (n, nets) -> n.bridge(
                "vmbr0",
                b -> b.over(lacp("bond0", "eno1", "eno2").fast())
                    .address(nets.mgmt6().host(11))
                    .comment("no IPv4"))
            .bond(lacp("bond1", "eno3", "eno4").fast().minLinks(1), nets.ceph6().host(11)));
    CASES.put(
        "mtu",
        (n, nets) -> n.bond(lacp("bond0", "eno1", "eno2"))
            .vlan("bond0.20", nets.ceph().host(11))
            .bridge("vmbr0", b -> b.over("eno3").mtu(9000).vlanAware())
            .vlan("vmbr0.30", b -> b.mtu(1500).address("10.9.2.11/24")));
    CASES.put(
        "ovs-bond",
        (n, nets) -> n.bridge(
                "vmbr0",
                b -> b.openVswitch()
                    .over(
                        bond("bond0", BondMode.LACP_BALANCE_TCP, "eno1", "eno2").fast())
                    .address(nets.mgmt().host(11)))
            .bridge(
                "vmbr1",
                b -> b.openVswitch()
                    .over(bond("bond1", BondMode.ACTIVE_BACKUP, "eno3", "eno4"))
                    .over(bond("bond2", BondMode.BALANCE_SLB, "eno5", "eno6")
                        .asPort(portOptions().access(40)))
                    .over(bond("bond3", BondMode.LACP_BALANCE_SLB, "eno7", "eno8"))));
    CASES.put(
        "ovs-mtu",
        (n, nets) -> n.nic("eno1", b -> b.mtu(9000))
            .nic("eno3", b -> b.mtu(9000))
            .bridge(
                "vmbr0",
                b -> b.openVswitch()
                    .over("eno1")
                    .over(bond("bond0", BondMode.BALANCE_SLB, "eno2", "eno3"))));
    CASES.put(
        "ovs-bridge",
        (n, nets) -> n.nic("eno2", b -> b.asPort(portOptions().access(40)))
            .bridge("vmbr0", b -> b.openVswitch().over("eno1", "eno2"))
            .ovsIntPort(
                "mgmt0",
                "vmbr0",
                p -> p.tag(20).addresses(nets.mgmt().host(11)).comment("management"))
            .ovsIntPort("ceph0", "vmbr0", p -> p.tag(30).addresses(nets.ceph().host(11)))
            .bridge("vmbr1", b -> b.openVswitch()));
    CASES.put(
        "pinned",
        (n, nets) -> n.nic("nic0", b -> b.pinned("02:00:5E:00:53:0A"))
            .nic("enlan1", b -> b.pinned("02:00:5E:00:53:0B"))
            .bridge(
                "vmbr0",
                b -> b.over(activeBackup("bond0", "nic0", "enlan1"))
                    .address(nets.mgmt().host(11))));
    CASES.put(
        "routed",
        (n, nets) ->
            n.nic("eno1", nets.mgmt().host(11)).bridge("vmbr0", b -> b.address("203.0.113.17/28")));
    CASES.put(
        "vlan-dotted",
        (n, nets) -> n.bond(lacp("bond0", "eno1", "eno2"))
            .vlan("bond0.20", nets.mgmt().host(11))
            .vlan("bond0.30", b -> b.mtu(1500))
            .bridge("vmbr0", b -> b.over("bond0.30"))
            .bridge("vmbr1", b -> b.over("eno3").vlanAware())
            .vlan("vmbr1.40", b -> b.address("10.9.3.11/24")));
    CASES.put(
        "vlan-named",
        (n, nets) -> n.nic("eno1")
            .vlan("vlan20", "eno1", 20, b -> b.addresses(nets.mgmt().host(11)))
            .vlan("storage", "eno1", 30, b -> b.addresses(nets.ceph().host(11))));
    CASES.put(
        "vlan-stacked",
        (n, nets) -> n.nic("eno1")
            .vlan("eno1.100", b -> b.protocol(VlanProtocol.DOT1AD))
            .vlan("vlan20", "eno1.100", 20, b -> b.addresses(nets.mgmt().host(11)))
            .vlan("inner", "eno1.100", 30, b -> b.protocol(VlanProtocol.DOT1Q)));
  }

  private InterfacesDialect() {}

  static Iterable<String> names() {
    return CASES.keySet();
  }

  static ResolvedPlan of(String name, ProductVersion version) {
    return ResolvedPlan.of(cluster("lab", c -> {
      c.target(version);
      Nets nets = new Nets(
          c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT)),
          c.network("mgmt6", "2001:db8:20::/64", net -> net.gateway("2001:db8:20::1")),
          c.network("ceph", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC).mtu(9000)),
          c.network("ceph6", "2001:db8:22::/64", net -> net.carries(CEPH_PUBLIC).mtu(9000)),
          c.network("guests", net -> net.carries(GUEST).vlans(100, 199)));
      c.node("pve1", n -> CASES.get(name).on(n, nets));
    }));
  }
}
