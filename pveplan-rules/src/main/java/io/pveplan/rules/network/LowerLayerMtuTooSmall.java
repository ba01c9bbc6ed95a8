package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reports an interface that shall carry larger frames than what lies below it. The MTU that networks
 * ask for counts as set; what is not set is 1500, and raises no finding above.
 */
@RuleInfo(
    id = "NET-012",
    severity = Severity.ERROR,
    summary = "An interface has a larger MTU than the one below it",
    why = "Proxmox VE refuses to write such a file, and the kernel keeps to the smaller MTU.",
    remedy = "Raise the MTU of the lower interface, or lower the upper one.",
    sources = "pve-common: src/PVE/Network/Interfaces.pm, check_mtu",
    since = "0.1")
final class LowerLayerMtuTooSmall implements Rule {

  private static final int USUAL = 1500;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      List<NodeInterface> all = plan.topology().interfaces(node.name());
      Map<String, NodeInterface> byName = new HashMap<>();
      all.forEach(each -> byName.put(each.name(), each));
      Map<String, NodeInterface> owners = owners(all, byName);
      for (NodeInterface each : all) {
        each.mtu().ifPresent(mtu -> check(node, each, mtu, below(each, byName, owners), findings));
      }
    }
  }

  // Proxmox VE looks at a slave as lying on its bond, and at a port of Open vSwitch as lying on its
  // bridge; it lets a slave of Linux pass while the bond has no MTU.
  private static Map<String, NodeInterface> owners(
      List<NodeInterface> all, Map<String, NodeInterface> byName) {
    Map<String, NodeInterface> owners = new HashMap<>();
    for (NodeInterface each : all) {
      if (each instanceof Bridge bridge && bridge.openVswitch()) {
        for (String port : bridge.ports()) {
          owners.put(port, bridge);
          if (byName.get(port) instanceof Bond bond) {
            bond.slaves().forEach(slave -> owners.put(slave, bond));
          }
        }
      } else if (each instanceof Bond bond && bond.mtu().isPresent()) {
        bond.slaves().forEach(slave -> owners.put(slave, bond));
      }
    }
    return owners;
  }

  private static Stream<NodeInterface> below(
      NodeInterface each, Map<String, NodeInterface> byName, Map<String, NodeInterface> owners) {
    List<NodeInterface> lower = new ArrayList<>();
    NodeInterface owner = owners.get(each.name());
    if (owner != null) {
      lower.add(owner);
    }
    names(each).stream().filter(byName::containsKey).map(byName::get).forEach(lower::add);
    return lower.stream();
  }

  private static List<String> names(NodeInterface each) {
    if (each instanceof Bridge bridge) {
      return bridge.ports();
    }
    if (each instanceof OvsIntPort port) {
      return List.of(port.bridge());
    }
    return each instanceof Vlan vlan ? List.of(vlan.parent()) : List.of();
  }

  private static void check(
      Node node, NodeInterface upper, Mtu mtu, Stream<NodeInterface> below, Findings findings) {
    PlanPath subject = node.path().child(upper.name());
    findings.looksAt(subject);
    List<String> small = below
        .filter(lower -> effective(lower) < mtu.value())
        .map(lower -> lower.name() + " " + effective(lower))
        .toList();
    if (!small.isEmpty()) {
      findings
          .on(subject)
          .says(
              "%s of node %s has MTU %s, below it %s",
              upper.name(), node.name(), mtu, String.join(" and ", small))
          .because("mtu", mtu.value())
          .because("below", small)
          .declaredAt(upper.declaredAt());
    }
  }

  private static int effective(NodeInterface each) {
    return each.mtu().map(Mtu::value).orElse(USUAL);
  }
}
