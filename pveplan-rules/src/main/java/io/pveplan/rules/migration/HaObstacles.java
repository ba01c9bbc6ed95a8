package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where HA does not leave a guest, or does not move it to: it refuses to move one to a guest that it
 * is to be apart from, and moves a started one away that is where its node rule does not have it
 * (pve-ha-manager, src/PVE/HA/Manager.pm, queue_resource_motion, next_state_started and
 * next_state_stopped).
 */
final class HaObstacles implements Obstacles {

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final PlannedRules planned;

  HaObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    this.planned = PlannedRules.of(plan);
  }

  @Override
  public void addTo(RowDraft row) {
    Guest guest = row.guest();
    if (plan.placement().managedByHa(guest.vmid())) {
      String sid = PlannedRules.sid(guest);
      addNodes(row, planned.effective().nodes(sid, nodes));
      addPartners(row, sid, planned.effective());
    }
  }

  private void addNodes(RowDraft row, Map<String, Integer> priorities) {
    Guest guest = row.guest();
    String rule =
        plan.placement().nodeRule(guest.vmid()).map(NodeAffinity::name).orElse("of its nodes");
    boolean failback =
        plan.placement().haResource(guest.vmid()).flatMap(HaResource::failback).orElse(true);
    int highest = priorities.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> out = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (String node : nodes) {
      Integer priority = priorities.get(node);
      if (priority == null) {
        out.add(node);
      } else if (failback && priority < highest) {
        lower.add(node);
      }
    }
    // It looks at the place of started resources only.
    boolean started = plan.placement().startedByHa(guest.vmid());
    String away = started ? "HA moves it away again by " : "HA moves it away when it starts, by ";
    String back = started ? "HA moves it back by " : "HA moves it back when it starts, by ";
    row.block(BlockerKind.AFFINITY, "", rule, away + "strict rule " + rule, out);
    row.block(BlockerKind.AFFINITY, "", rule, back + "the priorities of rule " + rule, lower);
  }

  private void addPartners(RowDraft row, String sid, EffectiveRules rules) {
    for (String partner : rules.apart(sid)) {
      Guest other = planned.guest(partner);
      if (!plan.placement().managedByHa(other.vmid())) {
        continue;
      }
      Optional<String> there = other.node();
      if (there.isPresent()) {
        row.block(
            BlockerKind.SEPARATION,
            "",
            partner,
            "HA keeps it apart from " + partner,
            List.of(there.get()));
      } else {
        row.open(
            BlockerKind.SEPARATION,
            "node of guest " + other.vmid(),
            List.copyOf(rules.nodes(partner, nodes).keySet()));
      }
    }
  }
}
