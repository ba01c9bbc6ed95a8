package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;
import java.util.function.Consumer;

/** A plan with one declaration of each kind; {@link OriginTest} knows its lines. */
final class Origins {

  private Origins() {}

  static ClusterPlan plan() {
    return cluster("prod", c -> {
      var feed = c.circuit("feed-a", "ups-a");
      c.circuit("feed-b");
      var lan = c.network("lan", "10.0.0.0/24", net -> net.gateway("10.0.0.1"));
      c.network("guests", net -> net.vlan(5));
      c.corosync(k -> {
        k.link(0, lan, 20);
        k.link(1, lan);
        k.qdevice("10.0.0.9");
      });
      c.migration(m -> m.over(lan));
      c.replication(m -> m.over(lan));
      var pve1 = c.node("pve1", n -> {
        n.hardware(h -> {
          h.cpu("AMD EPYC", 1);
          h.disk("/dev/sdc", tb(1), DiskKind.SSD);
          h.powerSupplies(feed);
          h.powerSupplies(1);
          h.bmc(BmcKind.IPMI, lan.host(99));
        });
        n.nic("eno1", lan.host(1));
        n.nic("eno2", b -> b.mtu(1500));
        n.bond(lacp("bond0", "eno3", "eno4"));
        n.bridge("vmbr0", b -> {
          b.over(activeBackup("bond1", "eno5"));
        });
        n.vlan("bond0.30");
        n.zpool("tank", ZfsRaid.SINGLE, "/dev/sda");
        n.osds("/dev/sdb");
        n.osd("/dev/sdc", "ssd");
        n.with(Origins::more);
      });
      var pve2 = c.nodes(List.of("pve2"), name -> name, (n, name) -> {}).get(0);
      c.storageServer("nas", s -> s.heads(2));
      c.storage(dir("files", "/srv"), s -> {});
      c.storage(nfs("nas", "10.0.0.5", "/srv"), s -> {});
      c.storage(zfs("tank-vm", "tank"), s -> {});
      c.storage(lvm("lvm1", "vg0"), s -> {});
      c.storage(iscsi("san", "10.0.0.5", "iqn.2024-02.example:a"), s -> {});
      var pbs = c.storage(pbs("pbs1", "10.0.0.6", "store1", "a@pbs", prompted()), s -> {});
      c.ceph(s -> s.publicNetwork(lan));
      var pool = c.cephPool("disks", p -> p.size(3));
      c.storage(rbd("rbd1", "disks"), s -> {});
      var template = c.template(9000, "tmpl", v -> {});
      var vm = c.vm(200, "web", v -> {
        v.disk(pool, gib(1));
        v.nic("vmbr0");
        v.nic("vmbr0", vlan(5));
        v.nic("vmbr0", b -> b.firewall());
        v.cloneOf(template);
        v.cloudInit(s -> {
          s.address(0, lan.host(5));
          s.dhcp(1);
        });
        v.with(oneMoreDisk());
      });
      var dns = c.container(
          300, "dns", containerTemplate(pool, "a.tar.zst"), pool, gib(1), t -> t.nic("vmbr0"));
      c.replicate(vm, pve2, s -> s.schedule("*/15"));
      c.migrate(vm, pve2, m -> m.online());
      c.ha(h -> {
        h.resources(vm);
        h.resource(dns, r -> r.maxRestart(2));
        h.nodeAffinity("home", a -> {
          a.resources(vm);
          a.node(pve1, 2);
          a.nodes(pve2);
        });
        h.resourceAffinity("apart", Affinity.NEGATIVE, vm, dns);
      });
      var ev = c.evpnController("ev", 1, lan);
      var nat = c.zone(simple("nat"), z -> z.dhcp());
      c.zone(evpn("evz", ev, 5), z -> {});
      c.vnet("vn", nat, b -> {
        b.subnet("10.1.0.0/24", s -> s.snat());
      });
      c.backup(b -> {
        b.server("pbs", "10.0.0.6", "store1");
        b.job("nightly", "02:30", pbs, p -> p.all().keepLast(3));
        b.hosts("01:15", pbs, "/etc/pve");
      });
      c.terraform(t -> t.guests(vm));
      inAHelper(c, lan);
      cabling(c);
    });
  }

  private static void more(NodeSpec n) {
    n.bridge("vmbr1", b -> b.over("eno6"));
  }

  private static Consumer<VmSpec> oneMoreDisk() {
    return v -> v.disk(StorageRef.named("local"), gib(1));
  }

  private static GuestRef inAHelper(ClusterSpec c, NetworkRef lan) {
    return c.vm(
        400, "helped", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, lan.address("10.0.0.40"))));
  }

  private static void cabling(ClusterSpec c) {
    c.rack("r1", "basement");
    var sw1 = c.ethernetSwitch("sw1", s -> {
      s.ports(24, gbit(1));
      s.ports("swp", 1, 2, p -> {});
    });
    c.node("pve3", n -> {
      n.nic("eno1");
      n.hardware(h -> h.bmc(BmcKind.IPMI, NetworkRef.named("lan").host(98)));
      n.cable("eno1", sw1.port(1));
      n.bmcCable(sw1.port(2));
    });
  }
}
