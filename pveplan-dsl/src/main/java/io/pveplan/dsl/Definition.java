package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanIntegrity;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What one {@code cluster(..)} block has collected: the plan so far, and what is wrong with it. */
final class Definition {

  final ClusterPlan.Builder plan = ClusterPlan.builder();
  private final List<PlanProblem> problems = new ArrayList<>();
  private final Map<String, Network> networks = new HashMap<>();
  private final Set<String> refusedNames = new HashSet<>();

  void refuse(PlanPath at, InvalidValueException refused, Optional<Origin> line) {
    problems.add(PlanProblem.of(at, refused, line));
  }

  void refuse(PlanPath at, String message, String advice, Optional<Origin> line) {
    problems.add(new PlanProblem(at, message, advice, Optional.empty(), line));
  }

  /** Makes a value, or notes why it can not be. */
  <T> Optional<T> attempt(PlanPath at, Optional<Origin> line, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValueException refused) {
      refuse(at, refused, line);
      return Optional.empty();
    }
  }

  /**
   * Remembers that something was declared which could not be made, so that references to it are no
   * further problem.
   */
  void refusedName(String name) {
    refusedNames.add(name);
  }

  void declare(Network network) {
    networks.putIfAbsent(network.name(), network);
    plan.addNetwork(network);
  }

  /** The address a leaf stands for; nothing when that was reported already. */
  Optional<InterfaceAddress> resolve(PlanPath at, NetworkAddress leaf) {
    if (leaf.network().isEmpty()) {
      return attempt(at, leaf.line(), () -> leaf.written(Optional.empty()));
    }
    String name = leaf.network().get();
    if (refusedNames.contains(name)) {
      return Optional.empty();
    }
    Network network = networks.get(name);
    if (network == null) {
      refuse(
          at, "there is no network \"" + name + "\"", "Declare it before it is used.", leaf.line());
      return Optional.empty();
    }
    return attempt(at, leaf.line(), () -> leaf.written(Optional.of(network)));
  }

  ClusterPlan freeze(PlanPath at, Optional<Origin> line) {
    Optional<ClusterPlan> built = attempt(at, line, plan::build);
    built.ifPresent(it -> PlanIntegrity.problems(it).stream()
        .filter(problem -> !consequence(problem))
        .forEach(problems::add));
    if (!problems.isEmpty()) {
      throw new PlanDefinitionException(problems);
    }
    return built.orElseThrow();
  }

  private boolean consequence(PlanProblem problem) {
    return refusedNames.stream().anyMatch(name -> problem.message().endsWith("\"" + name + "\""));
  }
}
