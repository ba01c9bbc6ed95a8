package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.storage.ContentType;
import java.util.List;

/** The plan that docs/cloud-init.md shows; a test compares it with the page. */
final class CloudInitPage {

  private static final String SUM =
      "sha512:0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2"
          + "0f8a1c5be2d3947606f7b8a9c0d1e2f30415263748596a7b8c9dadbecfd0e1f2";

  private static final String OPS_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt ops";

  private CloudInitPage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      c.target(PVE_9);
      var lan = c.network("lan", "10.0.0.0/24", net -> net.gateway("10.0.0.1").carries(MANAGEMENT));
      var apps = c.network("apps", "10.0.1.0/24", net -> net.gateway("10.0.1.1").carries(GUEST));
      var nodes = c.nodes(
          List.of(1, 2),
          number -> "pve" + number,
          (n, number) -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(10 + number))));
      var disks = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
      var nas = c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.IMPORT, ContentType.SNIPPETS));
      guests(c, nodes.get(0), disks, nas, apps);
    });
  }

  private static void guests(
      ClusterSpec c, NodeRef node, StorageRef disks, StorageRef nas, NetworkRef apps) {
    c.image(
        nas,
        "debian-13-genericcloud-amd64.qcow2",
        "https://cloud.debian.org/images/cloud/trixie/20260101-2340/debian-13-genericcloud-amd64.qcow2",
        SUM);
    var debian = c.template(
        9000,
        "debian13",
        v -> v.node(node)
            .agent()
            .disk(
                disks,
                gib(8),
                d -> d.importFrom(nas, "debian-13-genericcloud-amd64.qcow2").discard())
            .boot("scsi0")
            .hardware(
                h -> h.scsihw(ScsiController.VIRTIO_SCSI_SINGLE).serial0().vga(VgaType.SERIAL0))
            .nic("vmbr0")
            .cloudInit(s -> s.user("ops").sshKeys(OPS_KEY).packages("qemu-guest-agent")));
    c.vm(
        100,
        "web01",
        v -> v.node(node)
            .cloneOf(debian)
            .agent()
            .disk(disks, gib(20), d -> d.discard())
            .nic("vmbr0")
            .cloudInit(s -> s.user("ops")
                .sshKeys(OPS_KEY)
                .account("deploy", u -> u.groups("www-data").shell("/bin/bash").sshKeys(OPS_KEY))
                .address(0, apps.host(20))
                .slaac(0)
                .timezone("Europe/Vienna")
                .packages("nginx", "qemu-guest-agent")
                .file("/etc/motd", "web01\n", f -> f.permissions("0644"))
                .command("systemctl", "enable", "--now", "nginx")));
    c.vm(
        101,
        "legacy",
        v -> v.node(node)
            .cloneOf(debian)
            .disk(disks, gib(20), d -> d.discard())
            .nic("vmbr0")
            .cloudInit(s -> s.userData(nas, "legacy.yaml").address(0, apps.host(21))));
  }
}
