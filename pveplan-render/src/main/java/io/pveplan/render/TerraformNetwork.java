package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The interfaces that Terraform may make: without address, and nothing with an address on top. The
 * provider reloads the network of a node with each change, and the cluster has to be there before
 * Terraform can reach anything.
 */
final class TerraformNetwork {

  // What the product writes for a bond without (pve-common, src/PVE/INotify.pm).
  private static final int MIIMON = 100;

  private final ResolvedPlan plan;
  private final TerraformShare share;

  TerraformNetwork(ResolvedPlan plan, TerraformShare share) {
    this.plan = plan;
    this.share = share;
  }

  void add() {
    plan.nodes().forEach(this::add);
  }

  private void add(Node node) {
    Map<String, Boolean> free = new HashMap<>();
    Map<String, Optional<String>> refusals = new HashMap<>();
    for (NodeInterface each : node.interfaces()) {
      boolean made = each instanceof Bridge || each instanceof Bond || each instanceof Vlan;
      if (!made || !isFree(node, each, free)) {
        continue;
      }
      refusal(node, each, refusals)
          .ifPresentOrElse(
              reason -> share.refuse(
                  node.path().child(each.name()), Step.NETWORK, TerraformShare.CLUSTER, reason),
              () -> share.take(node.path().child(each.name()), Step.NETWORK));
    }
  }

  private static boolean isFree(Node node, NodeInterface each, Map<String, Boolean> known) {
    Boolean found = known.get(each.name());
    if (found == null) {
      found = each.addresses().isEmpty()
          && onTop(node, each).stream().allMatch(it -> isFree(node, it, known));
      known.put(each.name(), found);
    }
    return found;
  }

  private Optional<String> refusal(
      Node node, NodeInterface each, Map<String, Optional<String>> known) {
    Optional<String> found = known.get(each.name());
    if (found == null) {
      found = onTop(node, each).stream()
          .filter(it -> refusal(node, it, known).isPresent())
          .findFirst()
          .map(it -> it.name() + " on top of it is not, either")
          .or(() -> refusal(each));
      known.put(each.name(), found);
    }
    return found;
  }

  private static List<NodeInterface> onTop(Node node, NodeInterface each) {
    return node.interfaces().stream().filter(it -> uses(it, each.name())).toList();
  }

  private static boolean uses(NodeInterface upper, String lower) {
    return upper instanceof Bridge bridge && bridge.ports().contains(lower)
        || upper instanceof Bond bond && bond.slaves().contains(lower)
        || upper instanceof Vlan vlan && vlan.parent().equals(lower)
        || upper instanceof OvsIntPort port && port.bridge().equals(lower);
  }

  private Optional<String> refusal(NodeInterface each) {
    if (each instanceof Bridge bridge) {
      return refusal(bridge);
    }
    if (each instanceof Bond bond) {
      return refusal(bond);
    }
    if (each instanceof Vlan vlan) {
      return vlan.protocol().isPresent() || vlan.bridgePort().isPresent()
          ? Optional.of("the provider has no argument for the protocol and the port options of a"
              + " VLAN interface")
          : Optional.empty();
    }
    return Optional.of("the provider has no resource for it");
  }

  private Optional<String> refusal(Bridge bridge) {
    if (bridge.openVswitch()) {
      return Optional.of("the provider has no resource for Open vSwitch");
    }
    if (bridge.stpDelay().isPresent()) {
      return Optional.of("the provider has no argument for the spanning tree of a bridge");
    }
    if (!bridge.name().matches("[A-Za-z][A-Za-z0-9_]{0,9}")) {
      return Optional.of("the provider takes names of bridges up to 10 characters");
    }
    if (bridge.name().contains("_") && !share.version().atLeast(101)) {
      return Optional.of(share.since(101, "underscores in the names of bridges"));
    }
    boolean tags = bridge.vlanAware() && !bridge.vids().isEmpty();
    return tags && !share.version().atLeast(105)
        ? Optional.of(share.since(105, "the VLAN tags of a bridge"))
        : Optional.empty();
  }

  private Optional<String> refusal(Bond bond) {
    if (!share.version().atLeast(101)) {
      return Optional.of(share.since(101, "bonds"));
    }
    if (bond.miimon().orElse(MIIMON) != MIIMON
        || bond.lacpRate().isPresent()
        || bond.minLinks().isPresent()
        || bond.bridgePort().isPresent()) {
      return Optional.of("the provider has no argument for the LACP rate of a bond, its miimon, how"
          + " many links it needs, and its options as port of a bridge");
    }
    if (!bond.mode().text().matches("balance-(rr|xor|tlb|alb)|active-backup|broadcast|802.3ad")) {
      return Optional.of("the provider does not know the mode " + bond.mode());
    }
    return bond.name().matches("[A-Za-z][A-Za-z0-9]{0,9}")
        ? Optional.empty()
        : Optional.of("the provider takes names of bonds up to 10 characters");
  }
}
