package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reports a NIC or bond whose networks want more together than it can carry. Networks that do not
 * say what they want count as nothing, so that what is found is too little in any case.
 */
@RuleInfo(
    id = "NET-046",
    severity = Severity.WARNING,
    summary = "The networks on a NIC or bond want more than it carries",
    why = """
        The plan says what each network needs on the way from a node. Together it is more than the \
        NIC, the slaves of the bond or the switch ports carry: under load, all of them get less than \
        planned, and those that need short ways, Corosync and Ceph, suffer first.""",
    remedy = "Give one of the networks a way of its own, or use a faster one.",
    sources = {"pve-docs: pve-network.adoc, Linux Bond (use of the slaves by mode)", "derived"},
    since = "0.1")
final class PathOversubscribed implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      Set<String> slaves = new HashSet<>();
      for (NodeInterface each : plan.topology().interfaces(node.name())) {
        if (each instanceof Bond bond) {
          slaves.addAll(bond.slaves());
        }
      }
      for (NodeInterface each : plan.topology().interfaces(node.name())) {
        if (each instanceof Bond || each instanceof Nic && !slaves.contains(each.name())) {
          plan.paths()
              .over(node.name(), each.name())
              .ifPresent(path -> check(node.path().child(each.name()), each, path, findings));
        }
      }
    }
  }

  private static void check(
      PlanPath subject, NodeInterface each, NetworkPath path, Findings findings) {
    Optional<DataRate> wanted = path.wanted();
    if (wanted.isEmpty()) {
      return;
    }
    findings.looksAt(subject);
    Optional<DataRate> speed = path.speed();
    if (speed.isEmpty()) {
      findings.undecided(subject, "speed of " + each.name() + " of " + path.node());
    } else if (wanted.get().compareTo(speed.get()) > 0) {
      findings
          .on(subject)
          .says(
              "the networks on %s of %s want %s together, and it carries %s",
              each.name(), path.node(), wanted.get(), speed.get())
          .because("wanted", wanted.get())
          .because("speed", speed.get())
          .declaredAt(each.declaredAt());
    }
  }
}
