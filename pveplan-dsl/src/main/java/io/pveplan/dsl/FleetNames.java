package io.pveplan.dsl;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which guest has which VMID by now, and which of them are of a profile. */
final class FleetNames {

  /** A guest that was declared, whether it could be made or not. */
  record Taken(String name, Optional<Origin> line) {
    @Override
    public String toString() {
      return name + line.map(it -> " (" + it + ")").orElse("");
    }
  }

  /** What is the same for two guests of a profile when the profile itself is at fault. */
  private record Fault(String profile, List<String> place, String message, Optional<Origin> line) {}

  private final Map<Integer, Taken> taken = new LinkedHashMap<>();
  private final Map<String, String> profiles = new HashMap<>();

  void take(int vmid, String name, Optional<Origin> line) {
    taken.putIfAbsent(vmid, new Taken(name, line));
  }

  Optional<Taken> at(int vmid) {
    return Optional.ofNullable(taken.get(vmid));
  }

  void member(int vmid, String profile) {
    profiles.put(Integer.toString(vmid), profile);
  }

  /** The problems; what all guests of a profile have for one reason is told for the first one. */
  List<PlanProblem> onceForEach(List<PlanProblem> problems) {
    Map<Object, List<PlanProblem>> byFault = new LinkedHashMap<>();
    for (PlanProblem problem : problems) {
      byFault.computeIfAbsent(fault(problem), key -> new ArrayList<>()).add(problem);
    }
    return byFault.values().stream().map(this::first).toList();
  }

  private Object fault(PlanProblem problem) {
    List<String> place = problem.at().segments();
    String profile =
        place.get(0).equals("guest") && place.size() > 1 ? profiles.get(place.get(1)) : null;
    return profile == null
        ? problem
        : new Fault(
            profile, place.subList(2, place.size()), problem.message(), problem.declaredAt());
  }

  private PlanProblem first(List<PlanProblem> alike) {
    PlanProblem first = alike.get(0);
    if (alike.size() == 1) {
      return first;
    }
    String profile = profiles.get(first.at().segments().get(1));
    String guests = alike.size() == 2 ? "1 more guest" : alike.size() - 1 + " more guests";
    return new PlanProblem(
        first.at(),
        first.message() + ", and so for " + guests + " of profile " + profile,
        first.advice(),
        first.rule(),
        first.declaredAt());
  }
}
