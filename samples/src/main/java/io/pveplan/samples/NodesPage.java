package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.network.BondMode;
import java.time.LocalDate;

/** The plan that docs/nodes.md shows; a test compares it with the page. */
final class NodesPage {

  private NodesPage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      c.target(PVE_9).goLive(LocalDate.of(2027, 1, 31));
      c.everyNode(n -> n.domain("example.net")
          .dns("10.0.0.2")
          .timeServers("ntp1.example.net", "ntp2.example.net", "ntp3.example.net")
          .repository(PackageRepository.ENTERPRISE));
      c.installation(
          "at", Keyboard.DE, "Europe/Vienna", "ops@example.net", fromFile("/root/password.hash"));
      nodes(c);
      c.datacenter(d -> d.scheduling(s -> s.mode(SchedulingMode.STATIC).rebalanceOnStart())
          .macPrefix("BC:24:11:0")
          .nextIds(1000, 1999)
          .bandwidthLimits(l -> l.migration(gbit(4)).restore(gbit(2)))
          .registeredTags("prod", "test"));
    });
  }

  private static void nodes(ClusterSpec c) {
    var mgmt = c.network(
        "mgmt",
        "10.0.0.0/24",
        net -> net.gateway("10.0.0.1")
            .carries(MANAGEMENT)
            .dhcp("10.0.0.100-10.0.0.199")
            .reserve("10.0.0.200-10.0.0.219", "printers"));
    var mgmt6 = c.network(
        "mgmt6", "2001:db8:1::/64", net -> net.gateway("2001:db8:1::1").carries(MANAGEMENT));
    var oob = c.network("oob", "10.0.9.0/24", net -> net.carries(OUT_OF_BAND));
    var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
    var move = c.network("move", "10.0.3.0/24", net -> net.carries(MIGRATION));

    c.node(
        "pve1",
        n -> n.number(11)
            .hardware(h -> h.bmc(BmcKind.REDFISH, oob.nodeAddress())
                .systemDisks(
                    SystemFilesystem.ZFS,
                    d -> d.raid(SystemRaid.RAID1)
                        .disk("/dev/sda", gb(480), DiskKind.SSD)
                        .disk("/dev/sdb", gb(480), DiskKind.SSD)))
            .nic("nic0", b -> b.pinned("02:00:5E:00:53:01"))
            .nic("nic1", b -> b.pinned("02:00:5E:00:53:02").addresses(ring.nodeAddress()))
            .bridge(
                "vmbr0",
                b -> b.over("nic0").address(mgmt.nodeAddress()).address(mgmt6.nodeAddress()))
            .with(NodesPage::openVswitch)
            .ovsIntPort("move0", "vmbr1", p -> p.tag(30).addresses(move.nodeAddress())));
    c.node(
        "pve2",
        n -> n.number(12)
            .nic("nic0", ring.nodeAddress())
            .nic("nic1")
            .bridge("vmbr0", b -> b.over("nic1").vlanAware("100-199"))
            .vlan("vmbr0.100", v -> v.addresses(mgmt.nodeAddress()))
            .vlan("moves", "vmbr0", 130, v -> v.addresses(move.nodeAddress())));

    c.corosync(
        k -> k.link(0, ring, 20).link(1, mgmt, 10).qdevice("10.0.0.8", q -> q.rack("office")));
    c.migration(m -> m.over(move));
  }

  private static void openVswitch(NodeSpec n) {
    n.packages("openvswitch-switch")
        .nic("nic2", b -> b.pinned("02:00:5E:00:53:03"))
        .nic("nic3", b -> b.pinned("02:00:5E:00:53:04"))
        .bridge(
            "vmbr1",
            b -> b.openVswitch().over(bond("bond0", BondMode.LACP_BALANCE_TCP, "nic2", "nic3")));
  }
}
