package io.pveplan.rules;

import io.pveplan.model.PlanPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what a rule has to say while it checks a plan.
 *
 * <pre>{@code
 * List<PowerSupply> supplies = node.hardware().map(Hardware::powerSupplies).orElse(List.of());
 * findings.looksAt(node.path());
 * if (supplies.isEmpty()) {
 *   findings.undecided(node.path(), "power supplies");
 * } else if (supplies.size() < findings.parameter(FEWEST_SUPPLIES)) {
 *   findings
 *       .on(node.path())
 *       .says("node %s has %d power supply", node.name(), supplies.size())
 *       .because("powerSupplies", supplies.size())
 *       .declaredAt(node.declaredAt());
 * }
 * }</pre>
 *
 * <p>It serves one check by one rule and refuses calls after that.
 *
 * @since 0.1
 */
public final class Findings {

  private final RuleDescription rule;
  private final Severity severity;
  private final Settings settings;
  private final List<RuleParameter<?>> parameters;

  private final Set<PlanPath> subjects = new LinkedHashSet<>();
  // By the text of the subject: it is the text that makes the key of a finding.
  private final Map<String, FindingDraft> drafts = new LinkedHashMap<>();
  private final Map<PlanPath, Set<String>> missingFacts = new LinkedHashMap<>();
  private Optional<String> notApplicable = Optional.empty();
  private Optional<PlanPath> lastLookedAt = Optional.empty();
  private boolean closed;

  Findings(
      RuleDescription rule,
      Severity severity,
      List<RuleParameter<?>> parameters,
      Settings settings) {
    this.rule = rule;
    this.severity = severity;
    this.parameters = parameters;
    this.settings = settings;
  }

  /**
   * Counts a subject as looked at. A rule that looks at nothing is reported as not applicable,
   * never as passed. Looking twice counts once.
   *
   * @param subject where in the plan
   */
  public void looksAt(PlanPath subject) {
    assertOpen();
    subjects.add(Objects.requireNonNull(subject, "subject"));
    lastLookedAt = Optional.of(subject);
  }

  /**
   * Begins a finding; it must be given a message with {@link FindingDraft#says}. The subject counts
   * as looked at.
   *
   * @param subject where in the plan; what belongs to a part of a node is reported on the part
   * @return the finding, to be given a message
   * @throws IllegalStateException if this rule already has a finding on the subject: a finding is
   *     known by rule and subject, so two of them could not be told apart
   */
  public FindingDraft on(PlanPath subject) {
    looksAt(subject);
    FindingDraft draft = new FindingDraft(this, subject);
    if (drafts.putIfAbsent(subject.toString(), draft) != null) {
      throw new IllegalStateException(
          "it has two findings on " + subject + "; put them in one, or name the parts as subjects");
    }
    return draft;
  }

  /**
   * Says that a subject can not be judged because the plan lacks a fact. The subject counts as
   * looked at. Several facts may be missing for one subject.
   *
   * @param subject where in the plan
   * @param missingFact what the plan would have to say, for example {@code rate of eno1}
   */
  public void undecided(PlanPath subject, String missingFact) {
    looksAt(subject);
    if (missingFact.isBlank()) {
      throw new IllegalStateException("it does not say which fact is missing for " + subject);
    }
    missingFacts.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(missingFact);
  }

  /**
   * Says why there is nothing to look at; it stands in the reports. A rule that looks at nothing is
   * not applicable without it, too.
   *
   * @param why as part of a sentence: {@code the plan has 3 nodes, but none that have role storage}
   * @throws IllegalStateException if it is blank, and at the end of the check if the rule looked at
   *     something all the same
   */
  public void notApplicable(String why) {
    assertOpen();
    if (why.isBlank()) {
      throw new IllegalStateException("it does not say why it is not applicable");
    }
    notApplicable = Optional.of(why);
  }

  /**
   * The value of a parameter of this rule: what the user set, else the default.
   *
   * @param <T> type of the value
   * @param parameter one that the rule lists in {@link Rule#parameters()}
   * @return what the user set, else the default
   * @throws IllegalStateException if the rule does not list it
   */
  public <T> T parameter(RuleParameter<T> parameter) {
    assertOpen();
    if (!parameters.contains(parameter)) {
      throw new IllegalStateException(
          "it reads parameter " + parameter.name() + " without listing it in parameters()");
    }
    return settings.get(rule.id(), parameter);
  }

  RuleDescription rule() {
    return rule;
  }

  Severity severity() {
    return severity;
  }

  /** What the rule was at when it failed; empty once its check has ended. */
  Optional<PlanPath> lastLookedAt() {
    return closed ? Optional.empty() : lastLookedAt;
  }

  void assertOpen() {
    if (closed) {
      throw new IllegalStateException("the check by rule " + rule.id() + " has ended");
    }
  }

  RuleResult close() {
    closed = true;
    if (notApplicable.isPresent() && !subjects.isEmpty()) {
      throw new IllegalStateException("it is not applicable, and it looked at "
          + subjects.iterator().next()
          + "; say the one or do the other");
    }
    List<Finding> findings = new ArrayList<>(drafts.size());
    drafts.values().forEach(draft -> findings.add(draft.finish()));
    findings.sort(Finding.ORDER);
    List<Undecided> undecided = new ArrayList<>(missingFacts.size());
    missingFacts.forEach(
        (subject, facts) -> undecided.add(new Undecided(rule.id(), subject, List.copyOf(facts))));
    undecided.sort(Comparator.comparing(Undecided::subject));
    return new RuleResult(
        rule,
        severity,
        List.copyOf(subjects),
        findings,
        undecided,
        List.of(),
        List.of(),
        notApplicable);
  }
}
