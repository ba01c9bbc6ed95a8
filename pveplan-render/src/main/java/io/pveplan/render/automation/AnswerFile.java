package io.pveplan.render.automation;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Installation;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InstallPort;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answers of one node. Keys are in the form that installers from 8.4 on read, and the only one
 * that 9.x does not warn of (pve-installer, debian/changelog; proxmox-installer-types, answer.rs).
 */
final class AnswerFile {

  /** Stands for the hash of the password of root until somebody fills it in. */
  static final String PLACEHOLDER = "@ROOT_PASSWORD_HASH@";

  private static final Pattern PINNABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{1,14}");

  private static final double BYTES_OF_GIB = DataSize.gib(1).bytes();

  private final ResolvedPlan plan;
  private final Node node;
  private final Installation installation;
  private final List<String> missing = new ArrayList<>();
  private final TomlTable answers;

  AnswerFile(ResolvedPlan plan, Node node, Installation installation) {
    this.plan = plan;
    this.node = node;
    this.installation = installation;
    String release = node.release().orElse(plan.release().toString());
    this.answers = TomlTable.empty()
        .comments(
            "Answers for the automated installation of Proxmox VE " + release + " on " + node.name()
                + ".",
            "02-answers.sh fills in the hash of the password of root.")
        .table("global", global())
        .table("network", network())
        .table("disk-setup", disks());
  }

  /** What the plan does not say and the installer has to know; without it there is no file. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  String text() {
    return answers.text();
  }

  private TomlTable global() {
    TomlTable global = TomlTable.empty()
        .set("keyboard", installation.keyboard().text())
        .set("country", installation.country())
        .set("fqdn", node.name() + "." + need(plan.plan().domain(), "a DNS domain"))
        .set("mailto", installation.mail())
        .set("timezone", installation.timezone())
        .set("root-password-hashed", PLACEHOLDER);
    return installation.sshKeys().isEmpty()
        ? global
        : global.set("root-ssh-keys", installation.sshKeys());
  }

  private TomlTable network() {
    Optional<HostAddress> address = plan.topology().nameAddress(node.name());
    Optional<String> name = plan.topology().nameNetwork(node.name());
    Optional<IpAddress> gateway = name.flatMap(plan::network).flatMap(Network::gateway);
    TomlTable network = TomlTable.empty()
        .set("source", "from-answer")
        .set("cidr", need(address, "an address of the node"))
        .set("dns", need(plan.plan().dnsServers().stream().findFirst(), "a name server"))
        .set("gateway", need(gateway, "a gateway of the network of its address"));
    network = network.table("filter", nic());
    TomlTable names = names();
    return names.isEmpty()
        ? network
        : network.table(
            "interface-name-pinning",
            TomlTable.empty().set("enabled", true).table("mapping", names));
  }

  // Installers from 9.1 on pin names, and then those of all cards: one that is not in the mapping
  // gets a name of its own choice (proxmox-installer-common, options.rs, defaults_from and verify).
  private TomlTable names() {
    TomlTable names = TomlTable.empty();
    if (plan.release() == ProductVersion.PVE_8_4
        || node.release()
            .filter(it -> it.equals("9.0") || it.startsWith("9.0."))
            .isPresent()) {
      return names;
    }
    for (NodeInterface each : plan.topology().interfaces(node.name())) {
      if (each instanceof Nic nic) {
        if (!nic.pinned() || !PINNABLE.matcher(nic.name()).matches()) {
          return TomlTable.empty();
        }
        names = names.set(nic.mac().orElseThrow().lowerCase(), nic.name());
      }
    }
    return names;
  }

  // udev tells the MAC address as enx and twelve digits; INTERFACE is the name itself.
  private TomlTable nic() {
    Optional<Nic> nic = plan.topology().installPort(node.name()).map(InstallPort::nic);
    if (nic.isEmpty()) {
      missing.add("a NIC below its address");
      return TomlTable.empty();
    }
    return nic.get()
        .mac()
        .map(mac -> TomlTable.empty().set("ID_NET_NAME_MAC", "*" + digits(mac)))
        .orElseGet(() -> TomlTable.empty().set("INTERFACE", nic.get().name()));
  }

  private static String digits(MacAddress mac) {
    return mac.toString().replace(":", "").toLowerCase(Locale.ROOT);
  }

  private TomlTable disks() {
    Optional<SystemDisks> planned = node.hardware().flatMap(Hardware::systemDisks);
    if (planned.isEmpty()) {
      missing.add("the system disks of the node");
      return TomlTable.empty();
    }
    SystemDisks system = planned.get();
    TomlTable setup = TomlTable.empty().set("filesystem", system.filesystem().text());
    if (system.filters().isEmpty()) {
      setup = setup.set(
          "disk-list",
          system.disks().stream().map(Disk::device).map(AnswerFile::kernelName).toList());
    } else {
      setup = setup.set("filter-match", "all").table("filter", filter(system));
    }
    TomlTable options = options(system);
    return options.isEmpty() ? setup : setup.table(table(system.filesystem()), options);
  }

  private static TomlTable filter(SystemDisks system) {
    TomlTable filter = TomlTable.empty();
    for (var each : system.filters()) {
      filter = filter.set(each.property(), each.pattern());
    }
    return filter;
  }

  private static TomlTable options(SystemDisks system) {
    TomlTable options = TomlTable.empty();
    if (system.raid().isPresent()) {
      options = options.set("raid", system.raid().get().text());
    }
    if (system.size().isPresent()) {
      options = options.set("hdsize", gib(system.size().get()));
    }
    return system.swap().isPresent() ? options.set("swapsize", gib(system.swap().get())) : options;
  }

  private static String table(SystemFilesystem filesystem) {
    return switch (filesystem) {
      case EXT4, XFS -> "lvm";
      case ZFS -> "zfs";
      case BTRFS -> "btrfs";
    };
  }

  private static double gib(DataSize size) {
    return size.bytes() / BYTES_OF_GIB;
  }

  private static String kernelName(String device) {
    return device.substring("/dev/".length());
  }

  private String need(Optional<?> value, String what) {
    if (value.isEmpty()) {
      missing.add(what);
    }
    return value.map(Object::toString).orElse("");
  }
}
