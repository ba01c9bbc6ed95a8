package io.pveplan.rules;

import io.pveplan.model.PlanPath;
import io.pveplan.model.Visible;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.waiver.WaivedFinding;
import io.pveplan.rules.waiver.Waiver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one rule said about a plan.
 *
 * @param rule what the rule is about
 * @param severity severity of its findings in the rule book of this check; single ones may be
 *     milder
 * @param subjects what the rule looked at, each once, in the order of looking
 * @param findings what it reports, worst first, then by subject, without what is waived or known
 * @param undecided what it could not judge, by subject
 * @param waived what it reports and a waiver is in force for, by subject
 * @param known what it reports and a baseline knows, by subject
 * @param notApplicable why it looked at nothing, absent if the rule did not say
 * @since 0.1
 */
public record RuleResult(
    RuleDescription rule,
    Severity severity,
    List<PlanPath> subjects,
    List<Finding> findings,
    List<Undecided> undecided,
    List<WaivedFinding> waived,
    List<Finding> known,
    Optional<String> notApplicable) {

  /**
   * Refuses absent parts and makes control characters in the reason visible.
   *
   * @param rule what the rule is about
   * @param severity severity of its findings in the rule book of this check; single ones may be
   *     milder
   * @param subjects what the rule looked at, each once, in the order of looking
   * @param findings what it reports, worst first, then by subject, without what is waived or known
   * @param undecided what it could not judge, by subject
   * @param waived what it reports and a waiver is in force for, by subject
   * @param known what it reports and a baseline knows, by subject
   * @param notApplicable why it looked at nothing, absent if the rule did not say
   */
  public RuleResult {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    subjects = List.copyOf(subjects);
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
    waived = List.copyOf(waived);
    known = List.copyOf(known);
    notApplicable = notApplicable.map(Visible::text);
  }

  /** {@return how the rule ended} */
  public Outcome outcome() {
    if (!findings.isEmpty()) {
      return Outcome.FINDINGS;
    }
    if (!undecided.isEmpty()) {
      return Outcome.UNDECIDED;
    }
    if (!waived.isEmpty() || !known.isEmpty()) {
      return Outcome.ACCEPTED;
    }
    return subjects.isEmpty() ? Outcome.NOT_APPLICABLE : Outcome.PASSED;
  }

  /**
   * {@return number of subjects that were looked at, are decided and have no finding, waived ones
   * included}
   */
  public int passed() {
    if (findings.isEmpty() && undecided.isEmpty() && waived.isEmpty() && known.isEmpty()) {
      return subjects.size();
    }
    Set<PlanPath> others = new HashSet<>();
    reported().forEach(finding -> others.add(finding.subject()));
    undecided.forEach(open -> others.add(open.subject()));
    return subjects.size() - others.size();
  }

  /** {@return all it reports, by subject, also what is waived or known} */
  public List<Finding> reported() {
    return Stream.of(findings.stream(), waived.stream().map(WaivedFinding::finding), known.stream())
        .flatMap(Function.identity())
        .sorted(Finding.ORDER)
        .toList();
  }

  /** What is left of its findings, and what is waived. */
  RuleResult waiving(Function<Finding, Optional<Waiver>> waivers) {
    if (findings.isEmpty()) {
      return this;
    }
    List<Finding> open = new ArrayList<>();
    List<WaivedFinding> accepted = new ArrayList<>();
    for (Finding finding : findings) {
      waivers
          .apply(finding)
          .ifPresentOrElse(
              waiver -> accepted.add(new WaivedFinding(finding, waiver)), () -> open.add(finding));
    }
    return new RuleResult(
        rule, severity, subjects, open, undecided, accepted, known, notApplicable);
  }

  /** What is left of its findings, and what is known, with another baseline. */
  RuleResult since(Baseline baseline) {
    if (findings.isEmpty() && known.isEmpty()) {
      return this;
    }
    Map<Boolean, List<Finding>> byAge = Stream.concat(findings.stream(), known.stream())
        .sorted(Finding.ORDER)
        .collect(Collectors.partitioningBy(baseline::knows));
    return new RuleResult(
        rule,
        severity,
        subjects,
        byAge.get(false),
        undecided,
        waived,
        byAge.get(true),
        notApplicable);
  }
}
