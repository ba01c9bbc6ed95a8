package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bond that Corosync links run over.
 *
 * @param node the node that has it
 * @param bond the bond
 * @param links the links, {@code link0}, in the order they are used in
 */
record LinkBonds(Node node, Bond bond, List<String> links) {

  /**
   * The bonds below the links, and each way of a link on a node looked at: what can not be followed
   * is undecided.
   */
  static List<LinkBonds> of(List<CorosyncLink> links, ResolvedPlan plan, Findings findings) {
    List<LinkBonds> bonds = new ArrayList<>();
    for (Node node : plan.nodes()) {
      Map<String, LinkBonds> own = new LinkedHashMap<>();
      for (CorosyncLink link : links) {
        String name = "link" + link.number();
        Optional<NodeInterface> way = plan.topology().interfaceOn(node.name(), link.network());
        if (way.isEmpty()) {
          findings.undecided(
              PlanPath.of("corosync", name),
              "interface of " + node.name() + " on network " + link.network());
          continue;
        }
        List<Bond> below = plan.topology().bonds(node.name(), way.get().name());
        if (below.isEmpty()) {
          findings.looksAt(node.path().child(way.get().name()));
        }
        for (Bond bond : below) {
          findings.looksAt(node.path().child(bond.name()));
          own.computeIfAbsent(bond.name(), key -> new LinkBonds(node, bond, new ArrayList<>()))
              .links
              .add(name);
        }
      }
      bonds.addAll(own.values());
    }
    return bonds;
  }

  BondMode mode() {
    return bond.mode();
  }

  PlanPath path() {
    return node.path().child(bond.name());
  }

  String describe() {
    return String.join(" and ", links) + (links.size() == 1 ? " runs over " : " run over ")
        + bond.name() + " of " + node.name();
  }
}
