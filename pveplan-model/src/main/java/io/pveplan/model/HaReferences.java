package io.pveplan.model;

import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** References of HA resources and rules. */
final class HaReferences {

  private HaReferences() {}

  static void check(ClusterPlan plan, Names names, Problems found) {
    Ha ha = plan.ha().orElseGet(() -> Ha.builder().build());
    Names.once(
        found,
        ha.resources(),
        HaResource::guest,
        HaResource::path,
        "HA resource",
        "VMID",
        "HA-003");
    Set<Vmid> managed = new HashSet<>();
    for (HaResource resource : ha.resources()) {
      managed.add(resource.guest());
      if (!names.guests.containsKey(resource.guest())) {
        found.missing(
            resource.path(),
            resource,
            "guest",
            resource.guest().toString(),
            names.guests.keySet().stream().map(Vmid::toString).toList(),
            "HA-003");
      }
    }
    Set<String> ids = new HashSet<>();
    for (NodeAffinity rule : ha.nodeAffinities()) {
      once(rule.path(), rule, rule.name(), ids, found);
      managed(rule.path(), rule, rule.resources(), managed, found);
      if (rule.nodes().isEmpty()) {
        found.add(rule.path(), rule, "the rule names no node", "Name its nodes.", "HA-006");
      }
      Set<String> nodes = new HashSet<>();
      for (NodePriority node : rule.nodes()) {
        if (!nodes.add(node.node())) {
          found.add(
              rule.path(),
              rule,
              "the rule names node " + node.node() + " twice",
              "Name each node once, with one priority.",
              "");
        }
        if (!names.nodes.contains(node.node())) {
          found.missing(rule.path(), rule, "node", node.node(), names.nodes, "HA-006");
        }
      }
    }
    for (ResourceAffinity rule : ha.resourceAffinities()) {
      once(rule.path(), rule, rule.name(), ids, found);
      managed(rule.path(), rule, rule.resources(), managed, found);
      if (rule.resources().size() == 1) {
        found.add(
            rule.path(),
            rule,
            "the rule names one HA resource only",
            "Name two or more, or drop the rule.",
            "HA-008");
      }
    }
  }

  private static void once(PlanPath at, Declared by, String name, Set<String> ids, Problems found) {
    if (!ids.add(name.toLowerCase(Locale.ROOT))) {
      found.add(
          at, by, "there are two HA rules with this ID", "Give each HA rule its own ID.", "HA-004");
    }
  }

  private static void managed(
      PlanPath at, Declared by, Set<Vmid> guests, Set<Vmid> managed, Problems found) {
    if (guests.isEmpty()) {
      found.add(at, by, "the rule names no HA resource", "Name the guests it is for.", "HA-006");
    }
    for (Vmid guest : guests) {
      if (!managed.contains(guest)
          && !found.isRefused("HA resource", guest.toString())
          && !found.isRefused("guest", guest.toString())) {
        found.add(
            at,
            by,
            "guest " + guest + " is not an HA resource",
            "Add it to the HA resources first.",
            "HA-005");
      }
    }
  }
}
