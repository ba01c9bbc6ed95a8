package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import java.util.List;

/** The plan that docs/guests.md shows; a test compares it with the page. */
final class GuestsPage {

  private GuestsPage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      c.target(PVE_9);
      var mgmt =
          c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
      var guests = c.network(
          "guests", "10.0.5.0/24", net -> net.gateway("10.0.5.1").carries(GUEST).vlans(110, 119));
      var nodes = c.nodes(
          List.of(11, 12),
          number -> "pve" + number,
          (n, number) -> n.number(number)
              .nic("eno1", mgmt.nodeAddress())
              .bridge("vmbr0", b -> b.over("eno2").vlanAware("110-119").carries(guests)));
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export/pve"),
          s -> s.content(
              ContentType.IMAGES, ContentType.ROOTDIR, ContentType.IMPORT, ContentType.VZTMPL));
      fleet(c, nodes, nas, guests);
      c.terraform(t -> {});
    });
  }

  private static void fleet(ClusterSpec c, List<NodeRef> nodes, StorageRef nas, NetworkRef guests) {
    // An example: write that of the file that you have tried.
    c.image(
        nas,
        "debian-13-genericcloud-amd64.qcow2",
        "https://cloud.debian.org/images/cloud/trixie/20260101-2340/debian-13-genericcloud-amd64.qcow2",
        "sha512:" + "0f8a1c5be2d39476".repeat(8));
    c.image(
        nas,
        "debian-13-standard_13.1-2_amd64.tar.zst",
        "http://download.proxmox.com/images/system/debian-13-standard_13.1-2_amd64.tar.zst",
        "sha512:" + "1c5be2d394760f8a".repeat(8));
    var debian = c.template(
        9000,
        "debian13",
        v -> v.node(nodes.get(0))
            .cpuType("x86-64-v3")
            .disk(nas, gib(8), d -> d.importFrom(nas, "debian-13-genericcloud-amd64.qcow2")));
    var web = vmProfile(
        "web",
        v -> v.spreadOver(nodes)
            .cores(4)
            .memory(gib(8))
            .cpuType("x86-64-v3")
            .cloneOf(debian)
            .disk(nas, gib(32))
            .nic("vmbr0", vlan(110))
            .cloudInit(i -> i.user("ops").address(0, guests.guestAddress(20))));
    var webs = c.vms(vmids(200, 203), web);
    var more = c.vms(
        vmids(300, 301).numberedFrom(5),
        web,
        (v, number) -> v.disk(nas, gib(100)).tags("n" + number));

    var cache = containerProfile(
        "cache",
        containerTemplate(nas, "debian-13-standard_13.1-2_amd64.tar.zst"),
        nas,
        gib(8),
        t -> t.spreadOver(nodes).cores(2).memory(gib(2)).nic("vmbr0", vlan(110)));
    c.containers(vmids(310, 311), cache);

    c.vmidsByName(vmids(100_000, 199_999)).macsFromVmids(3);
    c.vm(
        "jump", v -> v.node(nodes.get(1)).cpuType("x86-64-v3").disk(nas, gib(8)).nic("vmbr0"));
    c.ha(h -> h.resources(webs).resources(more));
  }
}
