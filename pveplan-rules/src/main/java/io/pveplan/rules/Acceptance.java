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
    WaiverRules waiverRules = WaiverRules.after(waivers, day, results, off(results, entries));
    Map<String, Rule> aboutWaivers = waiverRules.rules().stream()
        .collect(Collectors.toMap(rule -> rule.description().id(), Function.identity()));
    List<RuleResult> waived = new ArrayList<>(results.size());
    for (RuleResult result : results) {
      Rule rule = aboutWaivers.get(result.rule().id());
      waived.add(
          rule == null
              ? result.waiving(waiverRules::waiving)
              : entries.get(result.rule().id()).check(rule, plan, settings));
    }
    return waived;
  }

  private static List<String> off(List<RuleResult> results, RuleEntries entries) {
    Set<String> ran =
        results.stream().map(result -> result.rule().id()).collect(Collectors.toUnmodifiableSet());
    return entries.all().map(RuleEntry::id).filter(id -> !ran.contains(id)).toList();
  }
}
