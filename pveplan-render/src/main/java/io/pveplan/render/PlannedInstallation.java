package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InstallPort;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the installer asks for, and how the switch has to be for a node that is only installed: the
 * planned VLANs and bonds come with the network step.
 */
final class PlannedInstallation {

  private final ResolvedPlan plan;
  private final Node node;
  private final PlannedPorts ports;
  private final PlannedItems items;
  private final Optional<InstallPort> port;

  PlannedInstallation(ResolvedPlan plan, Node node, PlannedPorts ports, PlannedItems items) {
    this.plan = plan;
    this.node = node;
    this.ports = ports;
    this.items = items;
    this.port = plan.topology().installPort(node.name());
  }

  void add() {
    items.before(node.path().child("install"), Step.INSTALL, install());
    port.filter(InstallPort::differs).ifPresent(this::prepare);
  }

  private String install() {
    List<String> facts = new ArrayList<>();
    plan.plan().domain().ifPresent(domain -> facts.add("FQDN " + node.name() + "." + domain));
    plan.topology()
        .nameAddress(node.name())
        .map(HostAddress::toString)
        .ifPresent(it -> facts.add("address " + it));
    gateway().ifPresent(it -> facts.add("gateway " + it));
    plan.plan().dnsServers().stream().findFirst().ifPresent(it -> facts.add("name server " + it));
    port.map(InstallPort::nic)
        .ifPresent(nic -> facts.add(
            "NIC " + nic.name() + nic.mac().map(mac -> " (" + mac + ")").orElse("")));
    node.hardware()
        .flatMap(Hardware::systemDisks)
        .map(disks -> Facts.of(disks))
        .ifPresent(it -> facts.add("system disks: " + it));
    return "install Proxmox VE" + node.release().map(it -> " " + it).orElse("") + " on "
        + node.name() + (facts.isEmpty() ? "" : ": " + String.join("; ", facts));
  }

  private Optional<IpAddress> gateway() {
    return plan.topology()
        .nameNetwork(node.name())
        .flatMap(plan::network)
        .flatMap(Network::gateway);
  }

  private void prepare(InstallPort until) {
    String name = node.name();
    String nic = until.nic().name();
    PlanPath place = PlanPath.of("network", until.network());
    List<String> settings = new ArrayList<>();
    until.vlan().ifPresent(vlan -> settings.add("untagged in VLAN " + vlan));
    until
        .lacpBond()
        .ifPresent(bond -> settings.add("outside of the LACP group of " + bond
            + " (or let the group fall back to a NIC that speaks no LACP)"));
    items.before(
        place,
        Step.INSTALL,
        "until step " + Step.NETWORK.number() + ", have " + port(nic) + " of " + name + " "
            + String.join(", ", settings) + ": the installer knows neither VLANs nor bonds");
    items.add(PlannedItem.before(
            place,
            Step.NETWORK,
            "open the console of " + name + ", then configure " + port(nic) + ": "
                + String.join("; ", ports.settings(name, nic))
                + "; from then on the network does not reach " + name
                + " until its planned one is applied")
        .rightBefore(Target.node(name).folder() + "/" + Step.NETWORK.script()));
  }

  private String port(String nic) {
    return plan.paths()
        .cable(node.name(), nic)
        .map((Cable it) -> "port " + it.port() + " of switch " + it.switchName() + " for " + nic)
        .orElse("the port of " + nic);
  }
}
