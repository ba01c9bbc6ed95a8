package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which templates come too late for what is cloned from them: the scripts of templates run once on
 * each node, in the order of the plan, and a clone is made on the node of its template.
 */
final class ScriptOrder {

  private final ResolvedPlan plan;
  private final Map<String, Integer> places = new HashMap<>();

  ScriptOrder(ResolvedPlan plan) {
    this.plan = plan;
    for (Node node : plan.nodes()) {
      places.put(node.name(), places.size());
    }
  }

  /** Why the script of its node can not make a template yet. */
  Optional<String> tooEarly(Vm vm) {
    Set<Vmid> seen = new HashSet<>();
    Optional<Vm> clone = Optional.of(vm).filter(Vm::template);
    while (clone.isPresent() && seen.add(clone.get().vmid())) {
      Optional<Vm> template = clone
          .get()
          .clone()
          .map(Clone::template)
          .flatMap(plan::guest)
          .map(Vm.class::cast)
          .filter(this::scripted);
      Optional<String> first = VmScript.node(plan, clone.get());
      Optional<String> later = template.flatMap(it -> VmScript.node(plan, it));
      if (first.isPresent() && later.isPresent() && place(later.get()) > place(first.get())) {
        return Optional.of("template " + template.get().vmid() + ", which it needs, is made by the"
            + " script of " + later.get() + ", and that runs after the one of " + first.get());
      }
      clone = template;
    }
    return Optional.empty();
  }

  private boolean scripted(Vm template) {
    return !ScriptedGuests.madeByTerraform(plan, template)
        && GuestLimits.of(plan, template).isEmpty();
  }

  private int place(String node) {
    return places.getOrDefault(node, Integer.MAX_VALUE);
  }
}
