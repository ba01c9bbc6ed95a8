package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
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
    List<PowerSupply> supplies = node.hardware().map(Hardware::powerSupplies).orElse(List.of());
    if (supplies.isEmpty()) {
      addUnknownPower("power supplies of " + node.name());
    }
    for (PowerSupply supply : supplies) {
      Optional<Circuit> known = supply.circuit().flatMap(plan::circuit);
      known.ifPresentOrElse(
          this::add, () -> addUnknownPower("circuits of the power supplies of " + node.name()));
    }
  }

  private void add(Circuit known) {
    circuit.add(known.name());
    known.ups().ifPresentOrElse(ups::add, ups::addIndependent);
  }

  private void addUnknownPower(String missingFact) {
    circuit.addUnknown(missingFact);
    ups.addUnknown(missingFact);
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
