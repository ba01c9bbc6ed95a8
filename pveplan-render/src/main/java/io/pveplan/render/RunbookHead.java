package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.render.text.Markdown;
import io.pveplan.render.text.Phrase;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a runbook is about.
 *
 * @param cluster what is built, as a sentence
 * @param nodes one line for each node
 * @param order the names of the nodes, the founding one first
 */
record RunbookHead(String cluster, List<Phrase> nodes, List<String> order) {

  RunbookHead {
    nodes = List.copyOf(nodes);
    order = List.copyOf(order);
  }

  static RunbookHead of(ResolvedPlan plan) {
    String sentence = "Cluster " + plan.plan().name() + " on Proxmox VE " + plan.release()
        + (plan.nodes().isEmpty() ? ", without nodes." : ", first node first:");
    return new RunbookHead(
        sentence,
        plan.nodes().stream().map(node -> line(plan, node)).toList(),
        plan.nodes().stream().map(Node::name).toList());
  }

  private static Phrase line(ResolvedPlan plan, Node node) {
    String address =
        plan.topology().nameAddress(node.name()).map(it -> ", " + it.address()).orElse("");
    String roles = node.roles().isEmpty()
        ? ""
        : node.roles().stream().map(NodeRole::text).collect(Collectors.joining(", ", " (", ")"));
    return Phrase.empty().code(node.name()).text(address + roles);
  }

  Markdown on(Markdown page) {
    return page.paragraph(Phrase.of(cluster)).list(nodes);
  }
}
