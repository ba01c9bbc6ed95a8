package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be done about the machines, each for itself, and what lies around them. */
final class PlannedMachines {

  private final ResolvedPlan plan;
  private final PlannedItems items;
  private final PlannedPorts ports;

  PlannedMachines(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
    this.ports = new PlannedPorts(plan, items);
  }

  void add() {
    plan.plan()
        .circuits()
        .forEach(circuit -> items.before(
            PlanPath.of("circuit", circuit.name()),
            Step.HARDWARE,
            Facts.behind("provide power circuit " + circuit.name(), circuit, "name")));
    plan.plan()
        .racks()
        .forEach(rack -> items.before(
            rack.path(), Step.HARDWARE, Facts.behind("provide rack " + rack.name(), rack, "name")));
    plan.plan()
        .switches()
        .forEach(device -> items.before(
            device.path(),
            Step.HARDWARE,
            Facts.behind("set up switch " + device.name(), device, "name")));
    plan.plan()
        .storageServers()
        .forEach(server -> items.before(
            server.path(),
            Step.HARDWARE,
            Facts.behind("set up storage server " + server.name(), server, "name")));
    plan.nodes().forEach(this::hardware);
    plan.plan()
        .cables()
        .forEach(cable -> items.before(
            cable.path(),
            Step.HARDWARE,
            Facts.behind(
                "plug a cable from "
                    + cable.nic().orElse("the BMC")
                    + " of "
                    + cable.node()
                    + " into port "
                    + cable.port()
                    + " of switch "
                    + cable.switchName(),
                cable,
                "node",
                "nic",
                "switchName",
                "port")));
    plan.networks()
        .forEach(network -> items.before(
            network.path(),
            Step.NETWORK,
            Facts.behind("have network " + network.name() + " on the switches", network, "name")
                + ports(network)));
    plan.nodes().forEach(this::bonds);
    ports.add();
    plan.plan()
        .installation()
        .ifPresent(installation -> items.before(
            PlanPath.of("cluster", "installation"),
            Step.INSTALL,
            Facts.behind("prepare the automated installation", installation)));
    plan.nodes().forEach(node -> new PlannedInstallation(plan, node, ports, items).add());
    plan.nodes().forEach(this::software);
    plan.nodes().forEach(this::disks);
  }

  private void hardware(Node node) {
    node.hardware().ifPresent(hardware -> {
      String facts = Facts.of(hardware, "bmc");
      if (!facts.isEmpty()) {
        items.before(
            node.path().child("hardware"),
            Step.HARDWARE,
            "see that " + node.name() + " is as planned: " + facts);
      }
    });
    node.hardware()
        .flatMap(Hardware::bmc)
        .ifPresent(bmc -> items.before(
            node.path().child("bmc"),
            Step.HARDWARE,
            Facts.behind(
                    "give the BMC of " + node.name() + " the address "
                        + bmc.address().address(),
                    bmc,
                    "address")
                + bmc.address().network().map(network -> "; network " + network).orElse("")));
    node.interfaces().stream()
        .filter(each ->
            each instanceof Nic nic && (nic.mac().isPresent() || nic.speed().isPresent()))
        .forEach(nic -> items.before(
            node.path().child(nic.name()),
            Step.HARDWARE,
            Facts.behind(
                "see that NIC " + nic.name() + " of " + node.name() + " is as planned",
                nic,
                "kind",
                "name",
                "addresses",
                "mtu",
                "comment",
                "pinned",
                "bridgePort")));
    node.interfaces().stream()
        .filter(each -> each instanceof Nic nic && nic.pinned())
        .forEach(nic -> items.before(
            node.path().child(nic.name(), "pin"),
            Step.HOST,
            "pin the name of NIC " + nic.name() + " of " + node.name()));
  }

  private void bonds(Node node) {
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bond bond && bond.switchLacpRate().isPresent()) {
        items.before(
            node.path().child(bond.name(), "switch"),
            Step.HARDWARE,
            "set LACP rate " + bond.switchLacpRate().get() + " on the switch ports of "
                + bond.name() + " of " + node.name());
      }
    }
  }

  private String ports(Network network) {
    List<String> wanted = new ArrayList<>();
    for (Node node : plan.nodes()) {
      List<String> nics = node.interfaces().stream()
          .filter(Nic.class::isInstance)
          .map(NodeInterface::name)
          .filter(nic -> !nic.equals(ports.changedLater(node.name())))
          .filter(nic -> plan.topology().networksOver(node.name(), nic).contains(network.name()))
          .toList();
      if (!nics.isEmpty()) {
        wanted.add(node.name() + " " + String.join(" ", nics) + tag(node, network));
      }
    }
    return wanted.isEmpty() ? "" : "; for " + String.join(", ", wanted);
  }

  private String tag(Node node, Network network) {
    return plan.topology()
        .interfaceOn(node.name(), network.name())
        .flatMap(each -> plan.topology().segment(node.name(), each.name()))
        .filter(segment -> segment.tag().isPresent())
        .map(segment -> " tagged " + segment.tag().getAsInt())
        .orElse("");
  }

  private void software(Node node) {
    String name = node.name();
    plan.plan()
        .repository()
        .ifPresent(repository -> items.before(
            node.path().child("repository"),
            Step.PACKAGES,
            "have the packages of Proxmox VE come to " + name + " from repository " + repository));
    items.before(
        node.path().child("updates"),
        Step.PACKAGES,
        Phrase.of("bring " + name + " up to date: "
                + (plan.plan().repository().isPresent()
                    ? ""
                    : "first have repositories that give " + name + " packages, since those of the"
                        + " installer ask for a subscription; then "))
            .code("apt-get update")
            .text(", then ")
            .code("apt-get dist-upgrade"));
    SortedSet<String> packages = plan.neededPackages(node);
    if (!packages.isEmpty()) {
      items.before(
          node.path().child("packages"),
          Step.PACKAGES,
          "install on " + name + ": " + String.join(", ", packages));
    }
    items.before(node.path().child("host"), Step.HOST, host(node));
    if (node.timeSync().equals(Optional.of(TimeSync.OFF))) {
      items.after(
          node.path().child("time"),
          Step.HOST,
          Phrase.of("switch chrony off on " + name + ": ").code("systemctl disable --now chrony"));
    }
    node.initiator()
        .ifPresent(initiator -> items.before(
            node.path().child("initiator"),
            Step.HOST,
            "set the initiator name of " + name + ": " + initiator));
    node.watchdogModule()
        .ifPresent(module -> items.before(
            node.path().child("watchdog"),
            Step.HOST,
            "have " + name + " fenced by the watchdog of module " + module));
    iscsi(node);
    if (!node.interfaces().isEmpty()) {
      items.before(node.path(), Step.NETWORK, "configure the network of " + name);
    }
  }

  private void iscsi(Node node) {
    List<String> targets = plan.storages().stream()
        .filter(it -> it instanceof IscsiStorage && plan.reach().reaches(node.name(), it.id()))
        .map(Storage::id)
        .toList();
    if (!targets.isEmpty()) {
      items.before(
          node.path().child("iscsi"),
          Step.ISCSI_STORAGE,
          "log " + node.name() + " in to the targets of " + String.join(", ", targets)
              + plan.plan().openIscsi().map(it -> "; " + Facts.of(it)).orElse(""));
    }
  }

  private String host(Node node) {
    String address = plan.topology()
        .nameAddress(node.name())
        .map(HostAddress::address)
        .map(it -> " with address " + it)
        .orElse("");
    List<String> words = new ArrayList<>();
    words.add("set host name " + node.name() + ", and in /etc/hosts its line" + address);
    plan.plan().domain().ifPresent(domain -> words.add("domain " + domain));
    if (!plan.plan().dnsServers().isEmpty()) {
      words.add("name servers "
          + plan.plan().dnsServers().stream()
              .map(Object::toString)
              .collect(Collectors.joining(", ")));
    }
    if (!plan.timeServers(node).isEmpty()) {
      words.add("time servers " + String.join(", ", plan.timeServers(node)));
    }
    return String.join("; ", words);
  }

  private void disks(Node node) {
    node.zfsPools()
        .forEach(pool -> items.before(
            node.path().child(pool.name()),
            Step.ZFS_POOLS,
            Facts.behind("create pool " + pool.name() + " on " + node.name(), pool, "name")));
    node.lvmThinPools()
        .forEach(pool -> items.before(
            node.path().child(pool.vgname()),
            Step.ZFS_POOLS,
            Facts.behind(
                "create volume group " + pool.vgname() + " on " + node.name(), pool, "vgname")));
    String arc = Stream.of(
            node.arcMin().map(size -> "at least " + size),
            node.arcMax().map(size -> "at most " + size))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
    if (!arc.isEmpty()) {
      items.before(
          node.path().child("arc"),
          Step.ZFS_POOLS,
          "give the cache of ZFS on " + node.name() + " " + arc + " of memory");
    }
    node.osds()
        .forEach(osd -> items.before(
            node.path().child("osd", osd.device()),
            Step.CEPH_POOLS,
            Facts.behind(
                "create an OSD on " + osd.device() + " of " + node.name(), osd, "device")));
  }
}
