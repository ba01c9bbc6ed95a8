package io.pveplan.rules.network;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a NIC that sends larger packets than the port at the other end of its cable takes. */
@RuleInfo(
    id = "NET-031",
    severity = Severity.WARNING,
    summary = "A switch port takes smaller packets than the NIC sends",
    why = """
        The switch drops what is larger than its MTU without a word. Small packets pass, so that \
        a ping works while storage, Ceph and migrations hang.""",
    remedy = "Raise the MTU of the switch, to 9216 for example, or lower that of the network.",
    sources = {"pve-docs: pveceph.adoc, Network Changes"},
    since = "0.1")
final class SwitchMtuTooSmall implements Rule {

  // What an interface has without one, and what every Ethernet port lets through (IEEE 802.3).
  private static final int USUAL = 1500;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Cable cable : plan.plan().cables()) {
      Optional<NodeInterface> nic =
          cable.nic().flatMap(name -> plan.topology().named(cable.node(), name));
      Optional<SwitchPort> port = plan.paths().port(cable);
      if (nic.isPresent() && port.isPresent()) {
        check(cable, nic.get(), port.get(), findings);
      }
    }
  }

  private static void check(Cable cable, NodeInterface nic, SwitchPort port, Findings findings) {
    PlanPath subject = PlanPath.of("node", cable.node(), nic.name());
    String name = "port " + port.name() + " of switch " + port.device().name();
    int sent = nic.mtu().map(Mtu::value).orElse(USUAL);
    findings.looksAt(subject);
    if (port.mtu().isEmpty() && sent > USUAL) {
      findings.undecided(subject, "MTU of " + name);
    } else if (sent > port.mtu().map(Mtu::value).orElse(USUAL)) {
      int taken = port.mtu().map(Mtu::value).orElse(USUAL);
      findings
          .on(subject)
          .says(
              "NIC %s of %s has MTU %d%s, and %s takes %d",
              nic.name(), cable.node(), sent, told(nic.declaredAt()), name, taken)
          .because("mtu", sent)
          .because("portMtu", taken)
          .declaredAt(line(port).or(cable::declaredAt));
    }
  }

  private static String told(Optional<Origin> line) {
    return line.map(it -> " (" + it + ")").orElse("");
  }

  // Where the MTU of the port is written: its row or, without one there, the switch.
  private static Optional<Origin> line(SwitchPort port) {
    return port.device().ports().stream()
        .filter(row -> row.mtu().isPresent() && row.names().contains(port.name()))
        .findFirst()
        .flatMap(SwitchPorts::declaredAt)
        .or(port.device()::declaredAt);
  }
}
