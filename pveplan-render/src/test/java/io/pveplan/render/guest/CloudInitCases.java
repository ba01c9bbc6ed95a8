package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;

import io.pveplan.dsl.CloudInitSpec;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import java.util.Map;
import java.util.TreeMap;

/** Plans whose guests are set up by cloud-init. */
final class CloudInitCases {

  static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt";

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>(Map.of(
      "addresses", addresses(),
      "logins", logins(),
      "all-settings", allSettings(),
      "template-and-clone", templateAndClone()));

  /** What the guests of a plan stand on. */
  record Ground(NodeRef node, NodeRef other, StorageRef disks, NetworkRef guests) {}

  private CloudInitCases() {}

  static Ground ground(ClusterSpec c) {
    var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
    var guests =
        c.network("guests", "10.0.1.0/24", net -> net.gateway("10.0.1.1").carries(GUEST));
    var node = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
    var other = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
    var disks = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
    return new Ground(node, other, disks, guests);
  }

  private static ResolvedPlan addresses() {
    return ResolvedPlan.of(cluster("lab", c -> {
      c.everyNode(n -> n.domain("example.net").dns("10.0.0.2", "2001:db8::2"));
      Ground ground = ground(c);
      var six = c.network("six", "2001:db8:1::/64", net -> net.gateway("2001:db8:1::1"));
      var plain = c.network("plain", "10.0.2.0/24", net -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          100,
          "dual",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .nic("vmbr0", b -> b.mac("bc:24:11:aa:bb:cc"))
              .nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(s -> s.address(0, ground.guests().host(50))
                  .address(0, six.address("2001:db8:1::50"))
                  .address(1, plain.host(50))
                  .dhcp(2)));
      c.vm(
          101,
          "own-dns",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.dns("10.0.0.53").searchDomain("lab.example.org")));
      c.vm(
          102,
          "no-card",
          v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> {}));
    }));
  }

  private static ResolvedPlan logins() {
    return ResolvedPlan.of(cluster("lab", c -> {
      Ground ground = ground(c);
      c.vm(
          110,
          "ops",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .agent()
              .cloudInit(s -> s.user("ops")
                  .sshKeys(KEY + " ops@example.net", KEY)
                  .packages("qemu-guest-agent", "nginx")));
      c.vm(
          111,
          "root",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.user("root").sshKeys(KEY).upgrade().packages("qemu-guest-agent")));
      c.vm(
          112,
          "image",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .agent()
              .cloudInit(s -> s.sshKeys(KEY)));
      c.vm(
          113,
          "db.example.org",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.searchDomain("example.net")));
      c.vm(
          114,
          "web",
          v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> s.user("ops")));
      c.vm(
          115,
          "WEB",
          v -> v.node(ground.node()).disk(ground.disks(), gib(8)).cloudInit(s -> s.user("ops")));
    }));
  }

  private static ResolvedPlan templateAndClone() {
    return ResolvedPlan.of(cluster("lab", c -> {
      Ground ground = ground(c);
      c.storage(dir("snip", "/srv/snip"), s -> s.content(ContentType.SNIPPETS));
      var template = c.template(
          900,
          "golden",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").sshKeys(KEY).packages("qemu-guest-agent")));
      var managed = c.vm(
          200,
          "web",
          v -> v.node(ground.node())
              .cloneOf(template)
              .agent()
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops")
                  .sshKeys(KEY)
                  .address(0, ground.guests().host(60))
                  .packages("nginx", "qemu-guest-agent")));
      c.vm(
          201,
          "by-hand",
          v -> v.node(ground.node())
              .cloneOf(template)
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops").packages("nginx")));
      c.terraform(t -> t.guests(managed));
    }));
  }

  private static ResolvedPlan allSettings() {
    return ResolvedPlan.of(cluster("lab", c -> {
      Ground ground = ground(c);
      var six = c.network("six", "2001:db8:1::/64", net -> net.gateway("2001:db8:1::1"));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.SNIPPETS));
      c.vm(
          120,
          "shell",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .agent()
              .nic("vmbr0")
              .nic("vmbr0")
              .nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(CloudInitCases::everySetting)
              .cloudInit(s -> s.user("ops")
                  .sshKeys(KEY)
                  .dhcp(0)
                  .slaac(0)
                  .dhcp6(1)
                  .slaac(2)
                  .address(3, six.address("2001:db8:1::50"))));
      c.vm(
          121,
          "image",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .cloudInit(s -> s.sshKeys(KEY).account("backup", u -> u.groups("disk"))));
      var managed = c.vm(
          122,
          "managed",
          v -> v.node(ground.node())
              .disk(ground.disks(), gib(8))
              .nic("vmbr0")
              .nic("vmbr0")
              .nic("vmbr0")
              .cloudInit(s -> s.user("ops")
                  .file("/etc/motd", "hello\n")
                  .command("update-motd")
                  .timezone("UTC")
                  .slaac(0)
                  .dhcp6(1)
                  .dhcp(2)
                  .slaac(2)));
      c.terraform(t -> t.guests(managed));
    }));
  }

  private static void everySetting(CloudInitSpec s) {
    s.account(
            "deploy",
            u -> u.groups("sudo", "adm")
                .sudo("ALL=(root) NOPASSWD:/usr/bin/systemctl")
                .shell("/bin/bash")
                .sshKeys(KEY))
        .account("reader", u -> {})
        .packages("nginx", "qemu-guest-agent")
        .file("/etc/motd", "hello\n")
        .file(
            "/home/deploy/.profile",
            "export A=\"${HOME}: #1\"\n\n\ttabbed\n",
            f -> f.permissions("600").owner("deploy:deploy"))
        .file("/etc/empty", "", f -> f.permissions("0640").owner("root:adm"))
        .command("systemctl", "restart", "nginx")
        .command("sh", "-c", "echo \"$(hostname)\" > /run/name\ntouch '/run/done'")
        .timezone("Europe/Vienna")
        .locale("de_AT.UTF-8");
  }
}
