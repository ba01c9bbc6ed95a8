package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reports a cable that ends in a port which does not let through what the NIC carries: one of a
 * swapped pair, for example. A switch whose ports say no networks leaves it undecided.
 */
@RuleInfo(
    id = "NET-045",
    severity = Severity.ERROR,
    summary = "A cable ends in a port of other networks",
    why = """
        The port belongs to other networks (VLANs) than the NIC at the other end of its cable. The \
        link comes up, and no packet of those networks arrives; where two cables are swapped, \
        either network is dead on that node.""",
    remedy = "Plug the cable into a port of the network, or let the port carry it.",
    sources = {"IEEE 802.1Q: member set of a VLAN", "own judgement"},
    since = "0.1")
final class CableInWrongPort implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Cable cable : plan.plan().cables()) {
      plan.paths().port(cable).ifPresent(port -> check(cable, port, plan, findings));
    }
  }

  private static boolean saysNetworks(Switch device) {
    for (SwitchPorts row : device.ports()) {
      if (!row.networks().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void check(Cable cable, SwitchPort port, ResolvedPlan plan, Findings findings) {
    SortedSet<String> carried = carried(cable, plan);
    if (carried.isEmpty()) {
      return;
    }
    if (!saysNetworks(port.device())) {
      findings.undecided(
          port.device().path(),
          "networks of the ports of switch " + port.device().name());
      return;
    }
    findings.looksAt(cable.path());
    if (port.networks().isEmpty()) {
      findings.undecided(
          cable.path(),
          "networks of port " + port.name() + " of switch " + port.device().name());
    } else if (!port.networks().containsAll(carried)) {
      SortedSet<String> missing = new TreeSet<>(carried);
      missing.removeAll(port.networks());
      findings
          .on(cable.path())
          .says(
              "%s of %s carries %s, and its cable ends in port %s of switch %s, which lets through"
                  + " %s",
              cable.nic().orElse("the management controller"),
              cable.node(),
              String.join(" and ", missing),
              port.name(),
              port.device().name(),
              String.join(" and ", port.networks()))
          .because("missing", missing)
          .because("portNetworks", port.networks())
          .declaredAt(cable.declaredAt());
    }
  }

  private static SortedSet<String> carried(Cable cable, ResolvedPlan plan) {
    if (cable.nic().isPresent()) {
      return plan.topology().networksOver(cable.node(), cable.nic().get());
    }
    return plan.node(cable.node())
        .flatMap(Node::hardware)
        .flatMap(Hardware::bmc)
        .map(Bmc::address)
        .flatMap(InterfaceAddress::network)
        .<SortedSet<String>>map(name -> new TreeSet<>(Collections.singleton(name)))
        .orElseGet(Collections::emptySortedSet);
  }
}
