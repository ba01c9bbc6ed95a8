package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.render.Gap;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The guests that scripts make: all that Terraform does not make, and that can be made. */
final class ScriptedGuests {

  private final Map<Step, Map<String, List<Guest>>> byNode = new HashMap<>();
  private final Set<Vmid> made = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  private ScriptedGuests(ResolvedPlan plan) {
    List<Guest> left =
        plan.guests().stream().filter(guest -> !madeByTerraform(plan, guest)).toList();
    ScriptOrder order = new ScriptOrder(plan);
    for (Guest guest : left) {
      Step step = step(guest);
      List<String> reasons = new ArrayList<>(GuestLimits.of(plan, guest));
      if (reasons.isEmpty() && guest instanceof Vm vm) {
        order.tooEarly(vm).ifPresent(reasons::add);
      }
      if (reasons.isEmpty()) {
        made.add(guest.vmid());
        byNode
            .computeIfAbsent(step, key -> new LinkedHashMap<>())
            .computeIfAbsent(node(plan, guest), key -> new ArrayList<>())
            .add(guest);
      }
      reasons.stream()
          .distinct()
          .forEach(reason ->
              gaps.add(Gap.of(guest.path(), step, "Not made by a script: " + reason + ".")));
    }
    // What is cloned comes after what it is cloned from.
    byNode.values().stream()
        .flatMap(nodes -> nodes.values().stream())
        .forEach(guests -> guests.sort(Comparator.comparingInt(guest -> depth(plan, guest))));
  }

  static ScriptedGuests of(ResolvedPlan plan) {
    return plan.derived(ScriptedGuests.class, ScriptedGuests::new);
  }

  /** The guests of a step by the node whose script makes them. */
  Map<String, List<Guest>> of(Step step) {
    return Collections.unmodifiableMap(byNode.getOrDefault(step, Map.of()));
  }

  boolean makes(Guest guest) {
    return made.contains(guest.vmid());
  }

  List<Gap> gaps() {
    return Collections.unmodifiableList(gaps);
  }

  static boolean madeByTerraform(ResolvedPlan plan, Guest guest) {
    return plan.terraformGuests().makes(guest);
  }

  /** A template comes before the guests. */
  static Step step(Guest guest) {
    return guest instanceof Vm vm && vm.template() ? Step.TEMPLATES : Step.GUESTS;
  }

  private static String node(ResolvedPlan plan, Guest guest) {
    Optional<String> node = guest instanceof Vm vm ? VmScript.node(plan, vm) : guest.node();
    return node.orElseThrow();
  }

  private static int depth(ResolvedPlan plan, Guest guest) {
    int depth = 0;
    Set<Vmid> seen = new HashSet<>();
    Optional<Guest> next = Optional.of(guest);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      next = next.get() instanceof Vm vm
          ? vm.clone().map(Clone::template).flatMap(plan::guest)
          : Optional.empty();
      depth++;
    }
    return depth;
  }
}
