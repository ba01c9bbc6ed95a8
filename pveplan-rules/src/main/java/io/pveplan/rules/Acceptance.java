package io.pveplan.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.waiver.WaiverRules;
import io.pveplan.rules.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the user accepts of what the rules report.
 *
 * @param waivers waivers, empty together with the day if there never were any
 * @param today the day of the check
 * @param baseline what was found before
 */
record Acceptance(Waivers waivers, Optional<LocalDate> today, Optional<Baseline> baseline) {

  static final Acceptance NONE = new Acceptance(Waivers.none(), Optional.empty(), Optional.empty());

  Acceptance with(Waivers others, LocalDate day) {
    return new Acceptance(
        waivers.and(Objects.requireNonNull(others, "waivers")), Optional.of(day), baseline);
  }

  Acceptance with(Baseline other) {
    return new Acceptance(waivers, today, Optional.of(baseline.map(other::and).orElse(other)));
  }

  /** Runs the rules, takes out what is waived, then runs the rules about waivers. */
  List<RuleResult> check(RuleEntries entries, Settings settings, ResolvedPlan plan) {
    List<RuleResult> results =
        entries.on(settings).map(entry -> entry.check(plan, settings)).toList();
    return today.map(day -> waive(results, day, entries, settings, plan)).orElse(results);
  }

  private List<RuleResult> waive(
      List<RuleResult> results,
      LocalDate day,
      RuleEntries entries,
      Settings settings,
      ResolvedPlan plan) {
    Map<String, Rule> aboutWaivers = aboutWaivers(results, day, entries);
    List<RuleResult> waived = new ArrayList<>(results.size());
    for (RuleResult result : results) {
      Rule rule = aboutWaivers.get(result.rule().id());
      waived.add(
          rule == null
              ? result.waiving(waivers, day)
              : entries.get(result.rule().id()).check(rule, plan, settings));
    }
    return waived;
  }

  private Map<String, Rule> aboutWaivers(
      List<RuleResult> results, LocalDate day, RuleEntries entries) {
    Set<String> ran =
        results.stream().map(result -> result.rule().id()).collect(Collectors.toUnmodifiableSet());
    List<String> off =
        entries.all().map(RuleEntry::id).filter(id -> !ran.contains(id)).toList();
    List<Finding> findings =
        results.stream().flatMap(result -> result.findings().stream()).toList();
    return WaiverRules.after(waivers, day, findings, ran, off).rules().stream()
        .collect(Collectors.toMap(rule -> rule.description().id(), Function.identity()));
  }
}
