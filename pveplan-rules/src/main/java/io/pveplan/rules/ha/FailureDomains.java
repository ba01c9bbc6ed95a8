package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What takes some nodes down together: a rack, a circuit, a UPS.
 *
 * <p>A node whose power supplies hang on two circuits depends on neither, one with a power supply
 * on a circuit without UPS depends on no UPS.
 */
final class FailureDomains {

  private final ResolvedPlan plan;
  private final SharedDomain rack = new SharedDomain();
  private final SharedDomain circuit = new SharedDomain();
  private final SharedDomain ups = new SharedDomain();

  FailureDomains(ResolvedPlan plan) {
    this.plan = plan;
  }

  void add(Node node) {
    node.hardware()
        .flatMap(Hardware::rack)
        .ifPresentOrElse(rack::add, () -> rack.addUnknown("rack of " + node.name()));
    PowerFeeds feeds = plan.powerFeeds(node);
    feeds.circuits().forEach(circuit::add);
    feeds.upses().forEach(ups::add);
    if (feeds.besidesUps()) {
      ups.addIndependent();
    }
    if (!feeds.known()) {
      String supplies = "power supplies of " + node.name();
      String missingFact = feeds.supplies() == 0 ? supplies : "circuits of the " + supplies;
      circuit.addUnknown(missingFact);
      ups.addUnknown(missingFact);
    }
  }

  /** What all nodes depend on, with its kind: {@code rack r1}. */
  List<String> shared() {
    return Stream.of(
            rack.shared().map(name -> "rack " + name),
            circuit.shared().map(name -> "circuit " + name),
            ups.shared().map(name -> "UPS " + name))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is missing to tell whether they depend on more. */
  List<String> missingFacts() {
    return Stream.of(rack, circuit, ups)
        .flatMap(domain -> domain.missingFacts().stream())
        .distinct()
        .toList();
  }
}
