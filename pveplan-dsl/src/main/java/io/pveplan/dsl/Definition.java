package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanIntegrity;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.Visible;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What one {@code cluster(..)} block has collected: the plan so far, and what is wrong with it. */
final class Definition {

  // Stands for a name that was refused; a plan with problems never gets out of here.
  private static final String STAND_IN = "x";

  // Messages show the beginning of a long name only.
  private static final int SHOWN = 40;

  /** A problem, and the handles that what it is about was made of. */
  private record Noted(PlanProblem problem, List<String> references) {

    boolean isAbout(String name) {
      String start = name.substring(
          0, name.offsetByCodePoints(0, Math.min(SHOWN, name.codePointCount(0, name.length()))));
      return problem.message().contains(Visible.text(start))
          || problem.message().contains(Visible.ascii(start));
    }
  }

  final ClusterPlan.Builder plan = ClusterPlan.builder();
  private ClusterPlan settings = ClusterPlan.builder().name(STAND_IN).build();
  private final List<Noted> noted = new ArrayList<>();
  private final Map<String, Network> networks = new HashMap<>();
  private final Set<String> refusedNames = new HashSet<>();
  private boolean incomplete;

  void refuse(PlanPath at, InvalidValueException refused, Optional<Origin> line) {
    noted.add(new Noted(PlanProblem.of(at, refused, line), List.of()));
  }

  /**
   * Makes a value, or notes why it can not be.
   *
   * @param references handles it is made of; that one of them is refused is no reason if what it
   *     stands for was refused
   */
  <T> Optional<T> attempt(
      PlanPath at, Optional<Origin> line, Supplier<T> value, Object... references) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValueException refused) {
      noted.add(new Noted(
          PlanProblem.of(at, refused, line),
          Arrays.stream(references).map(Object::toString).toList()));
      return Optional.empty();
    }
  }

  /** Sets something of the cluster itself, if the cluster can have it. */
  ClusterPlan set(UnaryOperator<ClusterPlan.Builder> setting) {
    settings = setting.apply(ClusterPlan.builder().from(settings)).build();
    return settings;
  }

  /**
   * Remembers that something was declared which could not be made, so that references to it are no
   * further problem.
   */
  void refusedName(String name) {
    refusedNames.add(name);
  }

  /** Whether one of these handles stands for something that was refused. */
  boolean isRefused(Object... references) {
    return Arrays.stream(references).map(Object::toString).anyMatch(refusedNames::contains);
  }

  /** Notes that declarations are missing which nobody knows: their block ended early. */
  void incomplete() {
    incomplete = true;
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
    if (isRefused(name)) {
      return Optional.empty();
    }
    Supplier<InterfaceAddress> address = () -> {
      if (!networks.containsKey(name)) {
        throw new InvalidValueException(
            "there is no network \"" + name + "\"", "Declare it before it is used.");
      }
      return leaf.written(Optional.of(networks.get(name)));
    };
    return attempt(at, leaf.line(), address, name);
  }

  ClusterPlan freeze() {
    ClusterPlan built = plan.from(settings).build();
    Set<PlanProblem> problems = new LinkedHashSet<>();
    noted.stream()
        .filter(
            it -> it.references().stream().filter(refusedNames::contains).noneMatch(it::isAbout))
        .map(Noted::problem)
        .forEach(problems::add);
    problems.addAll(
        PlanIntegrity.problems(built, name -> incomplete || refusedNames.contains(name)));
    if (!problems.isEmpty()) {
      throw new PlanDefinitionException(List.copyOf(problems));
    }
    return built;
  }
}
