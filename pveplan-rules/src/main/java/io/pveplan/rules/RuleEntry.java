package io.pveplan.rules;

import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A rule in a rule book: where it came from and how its user wants it. */
record RuleEntry(
    Rule rule,
    RuleDescription description,
    List<RuleParameter<?>> parameters,
    String pack,
    Severity severity,
    String severityReason,
    boolean on) {

  static RuleEntry of(Rule rule, String pack) {
    RuleDescription description = rule.description();
    List<RuleParameter<?>> parameters = List.copyOf(rule.parameters());
    if (parameters.stream().map(RuleParameter::name).distinct().count() < parameters.size()) {
      throw new IllegalArgumentException("rule "
          + description.id()
          + " ("
          + rule.getClass().getName()
          + ") has two parameters of one name");
    }
    return new RuleEntry(rule, description, parameters, pack, description.severity(), "", true);
  }

  RuleEntry switchedOff() {
    return new RuleEntry(rule, description, parameters, pack, severity, severityReason, false);
  }

  RuleEntry reporting(Severity other, String reason) {
    return new RuleEntry(
        rule, description, parameters, pack, Objects.requireNonNull(other, "severity"), reason, on);
  }

  Optional<RuleParameter<?>> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  boolean severityChanged() {
    return severity != description.severity();
  }

  List<Adjustment> adjustments(Settings settings) {
    List<Adjustment> adjustments = new ArrayList<>();
    if (!on) {
      adjustments.add(new Adjustment(description.id(), "is switched off", Optional.empty()));
    }
    if (severityChanged()) {
      adjustments.add(new Adjustment(
          description.id(),
          "reports %s instead of %s".formatted(severity, description.severity()),
          Optional.of(severityReason)));
    }
    for (RuleParameter<?> parameter : parameters) {
      settings
          .changed(parameter)
          .ifPresent(value -> adjustments.add(new Adjustment(
              description.id(),
              "has %s %s instead of %s".formatted(parameter.name(), value, parameter.showDefault()),
              Optional.empty())));
    }
    return adjustments;
  }

  /** Class and pack, for the author of a rule book in which two rules have one id. */
  String place() {
    return rule.getClass().getName() + (pack.isEmpty() ? "" : " of pack " + pack);
  }

  RuleResult check(ResolvedPlan plan, Settings settings) {
    Findings findings = new Findings(description, severity, parameters, settings);
    try {
      rule.check(plan, findings);
      return findings.close();
    } catch (RuntimeException failure) {
      throw new RuleFailedException(description.id(), rule.getClass(), failure);
    }
  }
}
