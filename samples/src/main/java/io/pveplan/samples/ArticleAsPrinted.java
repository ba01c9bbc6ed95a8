package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.GuestRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ZfsRaid;
import java.time.Duration;
import java.util.List;

/**
 * The article taken at its word. {@link #plan()} can exist and rules find what is wrong with it; {@link #refused()} can
 * not.
 */
public final class ArticleAsPrinted {

  record Host(String name, int number, NodeRole role) {}

  private static final List<Host> HOSTS = List.of(
      new Host("nodeA", 10, NodeRole.COMPUTE),
      new Host("nodeB", 11, NodeRole.STORAGE),
      new Host("nodeC", 12, NodeRole.MANAGEMENT));

  private ArticleAsPrinted() {}

  /** The article's networks, storages, guests and ways of doing things, as far as they can exist. */
  public static ClusterPlan plan() {
    return cluster("article", c -> {
      c.target(PVE_9);

      // The article puts Corosync on the management network, and nowhere else.
      var mgmt = c.network(
          "mgmt", "10.10.0.0/24", net -> net.gateway("10.10.0.1").carries(MANAGEMENT, COROSYNC));
      var storage = c.network("storage", "172.20.50.0/24", net -> net.carries(STORAGE));
      var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));

      var nodes = c.nodes(
          HOSTS,
          Host::name,
          (n, host) -> n.roles(host.role())
              .bridge("vmbr0", b -> b.over("enp1s0").address(mgmt.host(host.number())))
              .bridge(
                  "vmbr1",
                  b -> b.over(lacp("bond0", "enp2s0", "enp3s0"))
                      .address(storage.host(host.number())))
              .bridge("vmbr2", b -> b.over("enp4s0").vlanAware().carries(guests))
              .zpool("tank", ZfsRaid.SINGLE, "/dev/disk/by-id/nvme-EX_DATA_1"));
      var nodeA = nodes.get(0);
      var nodeB = nodes.get(1);
      c.corosync(k -> k.link(0, mgmt));

      // The article calls replicated copies synchronous: nothing is lost.
      var local = c.storage(zfs("local-zfs", "tank"), s -> s.nodes(nodes));
      var vm = c.vm(
          200,
          "vm200",
          v -> v.node(nodeA)
              .tags("article")
              .cores(4)
              .memory(gib(8))
              .cpuType("host")
              .disk(local, gib(32))
              .nic("vmbr2", vlan(110))
              .rpo(Duration.ZERO));
      c.replicate(vm, nodeB, s -> s.schedule("*/15"));

      // pvesm add iscsi beiscsi ..., pvesm add lvm lvmscsi --vgname vg_cluster --base beiscsi
      c.storage(iscsi("beiscsi", "172.30.20.50", "iqn.2024-02.example:cluster.lun1"), s -> {});
      c.storage(lvm("lvmscsi", "vg_cluster"), s -> s.base("beiscsi"));

      // qm migrate 200 nodeB --online
      c.migrate(vm, nodeB, m -> m.online());

      // The article lets DHCP switch itself on in any zone once there is a subnet.
      var zone = c.zone(vlanZone("zone1", "vmbr2"), z -> z.dhcp());
      c.vnet(
          "vnet1",
          zone,
          b -> b.tag(150)
              .subnet(
                  "10.150.10.0/24",
                  s -> s.gateway("10.150.10.1")
                      .dhcpRange("10.150.10.100", "10.150.10.200")
                      .snat()));

      // resource "proxmox_vm_qemu" "web01": cloned by name, from a template on one node's own disk
      var template = c.template(
          9000,
          "template-ubuntu",
          v -> v.node(nodeB)
              .tags("article")
              .cores(2)
              .memory(gib(2))
              .disk(local, gib(8))
              .nic("vmbr2"));
      var web = c.vm(
          210,
          "web01",
          v -> v.node(nodeA)
              .tags("article")
              .cloneOf(template)
              .cores(4)
              .memory(mib(4096))
              .disk(local, gib(32))
              .nic("vmbr2"));
      c.terraform(t -> t.providers(TerraformProvider.TELMATE).guests(web));

      // The article reinstalls a node and unpacks the saved /etc/pve over it.
      var backups = c.storage(
          pbs("pbs1", "172.20.50.6", "store1", "root@pam", prompted()),
          s -> s.content(ContentType.BACKUP));
      c.backup(b -> b.hosts("01:15", backups, "/etc/pve", "/etc/network")
          .restoreHostsBy(HostRestore.UNPACK_ETC_PVE));
    });
  }

  /**
   * What the article leaves open or prints in a form that nothing accepts.
   *
   * @throws PlanDefinitionException always: that is the point
   */
  public static ClusterPlan refused() {
    return cluster("article", c -> {
      // --repository <repo>
      var repository = c.storage(pbs("repo", "<repo>", "store1", "root@pam", prompted()), s -> {});
      c.backup(b -> b.hosts("daily", repository, "/etc/pve", "/etc/network"));

      // DHCP Range: 10.150.10.100 - 10.150.10.200, written where one address belongs
      var zone = c.zone(simple("zone1"), z -> z.dhcp().ipam("pve"));
      c.vnet(
          "vnet1",
          zone,
          b -> b.subnet(
              "10.150.10.0/24",
              s -> s.dhcpRange("10.150.10.100 - 10.150.10.200", "10.150.10.200")));

      // clone = "template-ubuntu", which the article never makes
      c.vm(210, "web01", v -> v.cloneOf(GuestRef.of(9000)).cores(4).memory(mib(4096)));
    });
  }
}
