package io.pveplan.render.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The IDs by which the HA manager calls guests, {@code vm:200} for example, and lists of them. */
final class Sids {

  private final ResolvedPlan plan;

  Sids(ResolvedPlan plan) {
    this.plan = plan;
  }

  String type(Vmid guest) {
    return plan.guest(guest).filter(Vm.class::isInstance).isPresent() ? "vm" : "ct";
  }

  String of(Vmid guest) {
    return type(guest) + ":" + guest;
  }

  /** By ID, as the product writes them. */
  String list(Collection<Vmid> guests) {
    return guests.stream().map(this::of).sorted().collect(Collectors.joining(","));
  }

  /** By name; priority 0, the default, is left out, as the product does. */
  static String nodes(NodeAffinity rule) {
    return rule.nodes().stream()
        .sorted(Comparator.comparing(NodePriority::node))
        .map(node -> node.priority().orElse(0) == 0
            ? node.node()
            : node.node() + ":" + node.priority().getAsInt())
        .collect(Collectors.joining(","));
  }
}
