package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Undecided;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of a plan the rules looked at, and what they could not judge: a report without findings
 * says nothing about what nobody looked at.
 *
 * <p>What a rule looks at is what it names as its subject. A rule that names {@code
 * node/pve1/vmbr0} has looked at that bridge and at the node; one that names {@code node/pve1} has
 * looked at the node, and the bridge counts as looked at within another.
 *
 * @param kinds what there is in the plan, by kind, in the order of the plan
 * @param missingFacts what the plan would have to say so that more could be judged, sorted
 * @since 0.1
 */
public record Coverage(List<KindCoverage> kinds, List<MissingFact> missingFacts) {

  /**
   * Refuses absent parts.
   *
   * @param kinds what there is in the plan, by kind, in the order of the plan
   * @param missingFacts what the plan would have to say so that more could be judged, sorted
   */
  public Coverage {
    kinds = List.copyOf(kinds);
    missingFacts = List.copyOf(missingFacts);
  }

  /**
   * Compares a plan with what the rules looked at, in time linear to both.
   *
   * @param report what the rules say of the plan
   * @return what they looked at
   */
  public static Coverage of(Report report) {
    return new Coverage(kinds(report), missingFacts(report.undecided()));
  }

  /** {@return number of things in the plan} */
  public int parts() {
    return kinds.stream().mapToInt(KindCoverage::parts).sum();
  }

  /** {@return number of things that a rule looked at, or at a part of them} */
  public int lookedAt() {
    return kinds.stream().mapToInt(KindCoverage::lookedAt).sum();
  }

  /** {@return number of things that belong to something a rule looked at, not named themselves} */
  public int withinOthers() {
    return kinds.stream().mapToInt(KindCoverage::withinOthers).sum();
  }

  /** {@return the things no rule looked at, by kind, in the order of the plan} */
  public List<PlanPath> notLookedAt() {
    return kinds.stream().flatMap(kind -> kind.notLookedAt().stream()).toList();
  }

  /**
   * What no rule looked at, without what belongs to something no rule looked at: {@code guest/200}
   * stands for its disks.
   *
   * @return these things by kind, in the order of the plan; a kind without any is absent
   */
  public Map<String, List<PlanPath>> outermostNotLookedAt() {
    Set<PlanPath> all = new HashSet<>(notLookedAt());
    Map<String, List<PlanPath>> outermost = new LinkedHashMap<>();
    for (KindCoverage kind : kinds) {
      for (PlanPath path : kind.notLookedAt()) {
        if (above(path).stream().noneMatch(all::contains)) {
          outermost.computeIfAbsent(kind.kind(), k -> new ArrayList<>()).add(path);
        }
      }
    }
    return Collections.unmodifiableMap(outermost);
  }

  private static List<KindCoverage> kinds(Report report) {
    Set<PlanPath> subjects = new HashSet<>();
    for (RuleResult result : report.results()) {
      subjects.addAll(result.subjects());
    }
    Set<PlanPath> named = new HashSet<>(subjects);
    subjects.forEach(subject -> named.addAll(above(subject)));

    Map<String, Set<PlanPath>> byKind = new LinkedHashMap<>();
    for (PlanPart part : PlanParts.of(report.plan())) {
      byKind.computeIfAbsent(part.kind(), kind -> new LinkedHashSet<>()).add(part.path());
    }
    List<KindCoverage> kinds = new ArrayList<>();
    byKind.forEach((kind, parts) -> kinds.add(kind(kind, parts, subjects, named)));
    return kinds;
  }

  private static KindCoverage kind(
      String kind, Set<PlanPath> parts, Set<PlanPath> subjects, Set<PlanPath> named) {
    int lookedAt = 0;
    List<PlanPath> notLookedAt = new ArrayList<>();
    for (PlanPath part : parts) {
      if (named.contains(part)) {
        lookedAt++;
      } else if (above(part).stream().noneMatch(subjects::contains)) {
        notLookedAt.add(part);
      }
    }
    int withinOthers = parts.size() - lookedAt - notLookedAt.size();
    return new KindCoverage(kind, parts.size(), lookedAt, withinOthers, notLookedAt);
  }

  private static List<PlanPath> above(PlanPath path) {
    List<PlanPath> above = new ArrayList<>();
    for (int length = path.segments().size() - 1; length > 0; length--) {
      above.add(new PlanPath(path.segments().subList(0, length)));
    }
    return above;
  }

  static List<MissingFact> missingFacts(List<Undecided> undecided) {
    Map<String, Set<String>> rules = new TreeMap<>();
    Map<String, Set<PlanPath>> subjects = new TreeMap<>();
    for (Undecided open : undecided) {
      for (String fact : open.missingFacts()) {
        rules.computeIfAbsent(fact, f -> new TreeSet<>()).add(open.ruleId());
        subjects.computeIfAbsent(fact, f -> new TreeSet<>()).add(open.subject());
      }
    }
    List<MissingFact> missing = new ArrayList<>();
    rules.forEach((fact, ids) ->
        missing.add(new MissingFact(fact, List.copyOf(ids), List.copyOf(subjects.get(fact)))));
    return missing;
  }
}
