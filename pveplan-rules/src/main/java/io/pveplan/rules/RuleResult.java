package io.pveplan.rules;

import io.pveplan.model.PlanPath;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one rule said about a plan.
 *
 * @param rule what the rule is about
 * @param severity severity of its findings in the rule book of this check; single ones may be
 *     milder
 * @param subjects what the rule looked at, each once, in the order of looking
 * @param findings what it reports, worst first, then by subject
 * @param undecided what it could not judge, by subject
 * @since 0.1
 */
public record RuleResult(
    RuleDescription rule,
    Severity severity,
    List<PlanPath> subjects,
    List<Finding> findings,
    List<Undecided> undecided) {

  /**
   * Refuses absent parts.
   *
   * @param rule what the rule is about
   * @param severity severity of its findings in the rule book of this check; single ones may be
   *     milder
   * @param subjects what the rule looked at, each once, in the order of looking
   * @param findings what it reports, worst first, then by subject
   * @param undecided what it could not judge, by subject
   */
  public RuleResult {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    subjects = List.copyOf(subjects);
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
  }

  /** {@return how the rule ended} */
  public Outcome outcome() {
    if (!findings.isEmpty()) {
      return Outcome.FINDINGS;
    }
    if (!undecided.isEmpty()) {
      return Outcome.UNDECIDED;
    }
    return subjects.isEmpty() ? Outcome.NOT_APPLICABLE : Outcome.PASSED;
  }

  /** {@return number of subjects that were looked at, are decided and have no finding} */
  public int passed() {
    if (findings.isEmpty() && undecided.isEmpty()) {
      return subjects.size();
    }
    Set<PlanPath> others = new HashSet<>();
    findings.forEach(finding -> others.add(finding.subject()));
    undecided.forEach(open -> others.add(open.subject()));
    return subjects.size() - others.size();
  }
}
