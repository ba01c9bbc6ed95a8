package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.InstallPort;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import io.pveplan.model.network.VlanRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be configured at the ports of the switches. */
final class PlannedPorts {

  private final ResolvedPlan plan;
  private final PlannedItems items;
  private final Map<List<String>, Bond> bonds = new HashMap<>();
  private final Map<String, String> later = new HashMap<>();

  PlannedPorts(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
    plan.nodes()
        .forEach(node -> node.interfaces().stream()
            .filter(Bond.class::isInstance)
            .map(Bond.class::cast)
            .forEach(bond ->
                bond.slaves().forEach(slave -> bonds.put(List.of(node.name(), slave), bond))));
  }

  void add() {
    for (Cable cable : plan.plan().cables()) {
      cable.nic().ifPresentOrElse(nic -> add(cable, nic), () -> addBmc(cable));
    }
  }

  // The BMC is wanted before anything else is there.
  private void addBmc(Cable cable) {
    List<String> networks = plan.node(cable.node()).flatMap(Node::hardware).stream()
        .flatMap(hardware -> hardware.bmc().stream())
        .flatMap(bmc -> bmc.address().network().stream())
        .toList();
    configure(cable, "the BMC", Step.HARDWARE, networks);
  }

  // What cuts a node off is done with its console open, and told there.
  private void add(Cable cable, String nic) {
    if (!nic.equals(changedLater(cable.node()))) {
      configure(cable, nic, Step.NETWORK, settings(cable.node(), nic));
    }
  }

  /** What the port that a NIC is plugged into has to do once the planned network is applied. */
  List<String> settings(String node, String nic) {
    List<String> settings = new ArrayList<>();
    networks(node, nic).ifPresent(settings::add);
    plan.topology()
        .named(node, nic)
        .flatMap(NodeInterface::mtu)
        .map(Mtu::value)
        .ifPresent(mtu -> settings.add("MTU of " + mtu + " or more"));
    Optional.ofNullable(bonds.get(List.of(node, nic)))
        .filter(bond -> bond.mode().speaksLacp())
        .ifPresent(bond -> settings.add(group(node, nic, bond)));
    return settings;
  }

  /** The NIC whose port is only changed with the console of the node open; empty where none is. */
  String changedLater(String node) {
    return later.computeIfAbsent(
        node,
        key -> plan.topology()
            .installPort(key)
            .filter(InstallPort::differs)
            .map(port -> port.nic().name())
            .orElse(""));
  }

  private void configure(Cable cable, String end, Step step, List<String> settings) {
    items.before(
        plan.paths().device(cable.switchName()).orElseThrow().path().child("port", cable.port()),
        step,
        "configure port " + cable.port() + " of switch " + cable.switchName() + " for " + end
            + " of " + cable.node()
            + (settings.isEmpty() ? "" : ": " + String.join("; ", settings)));
  }

  private Optional<String> networks(String node, String nic) {
    List<String> networks = plan.topology().networksOver(node, nic).stream()
        .map(name -> name + tags(node, name))
        .toList();
    return networks.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", networks));
  }

  private String tags(String node, String network) {
    Optional<Segment> segment = plan.topology()
        .interfaceOn(node, network)
        .flatMap(each -> plan.topology().segment(node, each.name()));
    if (segment.isPresent() && segment.get().tag().isPresent()) {
      return " tagged " + segment.get().tag().getAsInt();
    }
    String vlans = plan.network(network)
        .map(it -> it.vlans().stream().map(VlanRange::toString).collect(Collectors.joining(" ")))
        .orElse("");
    return vlans.isEmpty() ? "" : " tagged " + vlans;
  }

  private String group(String node, String nic, Bond bond) {
    String last = changedLater(node);
    List<String> ports = bond.slaves().stream()
        .flatMap(slave -> plan.paths().cable(node, slave).stream()
            .map(cable -> "port " + cable.port() + " of " + cable.switchName()
                + (slave.equals(last) && !slave.equals(nic) ? " later in this step" : "")))
        .toList();
    return "LACP group for " + bond.name() + " of " + node
        + (ports.isEmpty() ? "" : " (" + String.join(", ", ports) + ")")
        + bond.lacpRate().map(rate -> ", rate " + rate).orElse("");
  }
}
