package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a bond or bridge over a card that its node does not declare, while nothing goes over one
 * that it declares: most likely a slip of the pen. One without the other is no fault: cards that
 * are declared for their speed alone, or spare ones.
 *
 * <p>A card needs no declaration: a node that declares only those with an address or a VLAN, or a
 * card with a cable, is fine.
 */
@RuleInfo(
    id = "NET-006",
    severity = Severity.ERROR,
    summary = "A port or slave is none of the cards of its node, and one of these has no use",
    why = """
        A bond or bridge comes up without a card that is not there: with less redundancy than \
        planned, or with no link at all.""",
    remedy = "Correct the name, or declare the card.",
    sources = "pve-common: src/PVE/Network/Interfaces.pm, __write_etc_network_interfaces",
    since = "0.1")
final class PortWithoutCard implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    // The filled plan has a card for every name.
    for (Node node : plan.written().nodes()) {
      NodeCards cards = new NodeCards(node);
      if (cards.listed()) {
        check(node, cards, plan, findings);
      }
    }
  }

  private static void check(Node node, NodeCards cards, ResolvedPlan plan, Findings findings) {
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bond || each instanceof Bridge) {
        findings.looksAt(node.path().child(each.name()));
        List<String> missing = NodeCards.below(each).stream()
            .filter(port -> !cards.declares(port))
            .filter(port -> plan.paths().cable(node.name(), port).isEmpty())
            .toList();
        if (!missing.isEmpty() && !cards.unused().isEmpty()) {
          report(node, each, missing, cards.unused(), findings);
        }
      }
    }
  }

  private static void report(
      Node node, NodeInterface each, List<String> missing, List<Nic> unused, Findings findings) {
    findings
        .on(node.path().child(each.name()))
        .says(
            "%s of %s goes over %s, which the node does not declare; nothing goes over %s",
            each.name(),
            node.name(),
            String.join(" and ", missing),
            String.join(" and ", unused.stream().map(NodeCards::told).toList()))
        .because("missing", missing)
        .because("unused", unused.stream().map(Nic::name).toList())
        .declaredAt(each.declaredAt());
  }
}
