package io.pveplan.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.settings.ProfileSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule in a rule book: where it came from and how its user wants it. What the user did not choose
 * for the rule is as its pack is switched, else as the profile has it.
 */
record RuleEntry(
    Rule rule,
    RuleDescription description,
    List<RuleParameter<?>> parameters,
    String pack,
    Optional<Choice<Severity>> ownSeverity,
    Optional<Choice<Boolean>> ownSwitch,
    Optional<Choice<Boolean>> packSwitch) {

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
    return new RuleEntry(
        rule, description, parameters, pack, Optional.empty(), Optional.empty(), Optional.empty());
  }

  String id() {
    return description.id();
  }

  RuleEntry switched(Choice<Boolean> on) {
    return new RuleEntry(
        rule, description, parameters, pack, ownSeverity, Optional.of(on), packSwitch);
  }

  RuleEntry switchedWithPack(Choice<Boolean> on) {
    return new RuleEntry(
        rule, description, parameters, pack, ownSeverity, ownSwitch, Optional.of(on));
  }

  RuleEntry reporting(Choice<Severity> other) {
    return new RuleEntry(
        rule, description, parameters, pack, Optional.of(other), ownSwitch, packSwitch);
  }

  Optional<RuleParameter<?>> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  Choice<Boolean> on(Profile profile) {
    return ownSwitch
        .or(() -> packSwitch)
        .or(() -> profile
            .settingFor(description)
            .filter(setting -> setting.to().isEmpty())
            .map(setting -> Choice.of(false, reason(profile, setting))))
        .orElse(Choice.of(true));
  }

  Choice<Severity> severity(Profile profile) {
    return ownSeverity
        .or(() -> profile
            .settingFor(description)
            .flatMap(setting ->
                setting.to().map(severity -> Choice.of(severity, reason(profile, setting)))))
        .orElse(Choice.of(description.severity()));
  }

  private static String reason(Profile profile, ProfileSetting setting) {
    return setting.reason()
        + " (profile "
        + profile.name().toLowerCase(Locale.ROOT).replace('_', '-')
        + ")";
  }

  List<Adjustment> adjustments(Settings settings) {
    List<Adjustment> adjustments = new ArrayList<>();
    Choice<Boolean> on = on(settings.profile());
    if (!on.value()) {
      adjustments.add(new Adjustment(id(), "is switched off", on.reason()));
    }
    Choice<Severity> severity = severity(settings.profile());
    if (severity.value() != description.severity()) {
      adjustments.add(new Adjustment(
          id(),
          "reports %s instead of %s".formatted(severity.value(), description.severity()),
          severity.reason()));
    }
    for (RuleParameter<?> parameter : parameters) {
      settings
          .changed(id(), parameter)
          .ifPresent(choice -> adjustments.add(new Adjustment(
              id(),
              "has %s %s instead of %s"
                  .formatted(parameter.name(), choice.value(), parameter.showDefault()),
              choice.reason())));
    }
    return adjustments;
  }

  /** The rule as its author knows it: its class, or its own words where it has some. */
  private String name() {
    String type = rule.getClass().getName();
    String words = String.valueOf(rule);
    if (words.startsWith(type + "@")) {
      return type;
    }
    return words.startsWith(id() + ": ") ? words.substring(id().length() + 2) : words;
  }

  /** Class and pack, for the author of a rule book in which two rules have one id. */
  String place() {
    return rule.getClass().getName() + (pack.isEmpty() ? "" : " of pack " + pack);
  }

  RuleResult check(ResolvedPlan plan, Settings settings) {
    return check(rule, plan, settings);
  }

  /** The same with another instance of the rule. */
  RuleResult check(Rule instance, ResolvedPlan plan, Settings settings) {
    Findings findings =
        new Findings(description, severity(settings.profile()).value(), parameters, settings);
    try {
      instance.check(plan, findings);
      return findings.close();
    } catch (RuntimeException | StackOverflowError failure) {
      throw new RuleFailedException(id(), name(), findings.lastLookedAt(), failure);
    }
  }
}
