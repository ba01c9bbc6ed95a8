package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanIntegrity;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.Visible;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What one {@code cluster(..)} block has collected: the plan so far, and what is wrong with it. */
final class Definition {

  // Messages show the beginning of a long name only.
  private static final int SHOWN = 40;

  /** A problem, and the refused things that what it is about was made of. */
  private record Noted(PlanProblem problem, Object... references) {

    boolean isAbout(RefusedNames.Name refused) {
      String name = refused.name();
      String start = name.substring(
          0, name.offsetByCodePoints(0, Math.min(SHOWN, name.codePointCount(0, name.length()))));
      String message = problem.message();
      String end = start.equals(name) ? "\"" : "";
      return message.startsWith(Visible.text('"' + start + end))
          || message.startsWith(Visible.ascii('"' + start + end))
          || message.startsWith(name + " ");
    }
  }

  /** A value that stands for a refused leaf, and which of the problems tells so. */
  private record RefusedLeaf(Object standIn, int problem) {}

  final ClusterPlan.Builder plan = ClusterPlan.builder();
  final RefusedNames refusedNames = new RefusedNames();
  private ClusterPlan settings = ClusterPlan.builder().name(StandIn.NAME).build();
  private final List<Noted> noted = new ArrayList<>();
  private final List<RefusedLeaf> refusedLeaves = new ArrayList<>();
  private final Set<Integer> placedLeaves = new HashSet<>();
  private final Map<String, Network> networks = new HashMap<>();
  private OptionalInt nodeNumber = OptionalInt.empty();
  private boolean nodeNumberRefused;
  private boolean incomplete;
  private OptionalInt guestNumber = OptionalInt.empty();
  final FleetNames fleets = new FleetNames();

  void refuse(PlanProblem problem) {
    noted.add(new Noted(problem));
  }

  /** Notes that a leaf can not be, and gives out what stands for it. */
  <T> T refuseLeaf(PlanProblem problem, T standIn) {
    refusedLeaves.add(new RefusedLeaf(standIn, noted.size()));
    refuse(problem);
    return standIn;
  }

  /**
   * Makes a value, or notes all reasons why it can not be.
   *
   * @param problem what a reason means for the plan; nothing if it only comes of another one
   * @param references handles it is made of; that one of them is refused is no reason if what it
   *     stands for was refused
   */
  <T> Optional<T> attempt(
      Function<InvalidValueException, Optional<PlanProblem>> problem,
      Supplier<T> value,
      Object... references) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValueException refused) {
      refused.all().stream()
          .flatMap(fault -> problem.apply(fault).stream())
          .forEach(it -> noted.add(new Noted(it, references)));
      return Optional.empty();
    }
  }

  /** Sets something of the cluster itself, if the cluster can have it. */
  ClusterPlan set(UnaryOperator<ClusterPlan.Builder> setting) {
    settings = setting.apply(ClusterPlan.builder().from(settings)).build();
    return settings;
  }

  /** Whether one of these handles and values stands for something that was refused. */
  boolean isRefused(PlanPath user, Object... references) {
    boolean refused = !refusedNames.among(references).isEmpty();
    for (Object reference : references) {
      refused |= isRefusedLeaf(user, reference);
    }
    return refused;
  }

  // A leaf is told at the place that uses it first. It is the very object: an equal one is fine.
  private boolean isRefusedLeaf(PlanPath user, Object value) {
    for (RefusedLeaf leaf : refusedLeaves) {
      if (leaf.standIn() == value) {
        if (placedLeaves.add(leaf.problem())) {
          noted.set(
              leaf.problem(), new Noted(movedTo(user, noted.get(leaf.problem()).problem())));
        }
        return true;
      }
    }
    return false;
  }

  private static PlanProblem movedTo(PlanPath place, PlanProblem problem) {
    return new PlanProblem(
        place, problem.message(), problem.advice(), problem.rule(), problem.declaredAt());
  }

  /** Notes that declarations are missing which nobody knows: their block ended early. */
  void incomplete() {
    incomplete = true;
  }

  void declare(Network network) {
    networks.putIfAbsent(network.name(), network);
    plan.addNetwork(network);
  }

  /** The node that is declared from here on has no number yet, or there is none any more. */
  void withoutNumber() {
    nodeNumber = OptionalInt.empty();
    nodeNumberRefused = false;
  }

  /** The node that is declared has a number, or one that was refused. */
  void number(OptionalInt number) {
    nodeNumber = number;
    nodeNumberRefused = number.isEmpty();
  }

  /** The guest that is declared from here on has this number in its fleet, or is in none. */
  void guestNumber(OptionalInt number) {
    guestNumber = number;
  }

  OptionalInt guestNumber() {
    return guestNumber;
  }

  private NetworkAddress.Numbers numbers() {
    return new NetworkAddress.Numbers(nodeNumber, guestNumber);
  }

  /** The address a leaf stands for; nothing when that was reported already. */
  Optional<InterfaceAddress> resolve(PlanPath at, NetworkAddress leaf) {
    Objects.requireNonNull(leaf, "address");
    Function<InvalidValueException, Optional<PlanProblem>> problem =
        refused -> Optional.of(PlanProblem.of(at, refused, leaf.line()));
    if (leaf.network().isEmpty()) {
      return attempt(problem, () -> leaf.written(Optional.empty(), numbers()));
    }
    if (leaf.isOfNode() && nodeNumberRefused) {
      return Optional.empty();
    }
    NetworkRef network = NetworkRef.named(leaf.network().get());
    if (isRefused(at, network)) {
      return Optional.empty();
    }
    Supplier<InterfaceAddress> address = () -> {
      if (!networks.containsKey(network.name())) {
        throw new InvalidValueException(
            "there is no network \"" + network + "\"", "Declare it before it is used.");
      }
      return leaf.written(Optional.of(networks.get(network.name())), numbers());
    };
    return attempt(problem, address, network);
  }

  ClusterPlan freeze() {
    ClusterPlan built = plan.from(settings).build();
    Set<PlanProblem> problems = new LinkedHashSet<>();
    noted.stream()
        .filter(it -> refusedNames.among(it.references()).stream().noneMatch(it::isAbout))
        .map(Noted::problem)
        .forEach(problems::add);
    problems.addAll(PlanIntegrity.problems(
        built,
        (kind, name) -> incomplete || refusedNames.holds(new RefusedNames.Name(kind, name))));
    if (!problems.isEmpty()) {
      throw new PlanDefinitionException(fleets.onceForEach(List.copyOf(problems)));
    }
    return built;
  }
}
