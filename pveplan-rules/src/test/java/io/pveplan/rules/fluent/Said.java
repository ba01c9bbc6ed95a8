package io.pveplan.rules.fluent;

import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.fluent.FluentRule.rule;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Report;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;

/** What rules say about {@link Plans}, as text to be compared whole. */
final class Said {

  private final StringBuilder text = new StringBuilder();

  /** A demand that the full plan meets, one that it does not, and the first one on the bare plan. */
  <T> Said on(Subjects<T> subjects, Condition<? super T> good, Condition<? super T> bad) {
    Rule met = rule("ACME-001", WARNING).forEach(subjects).should(good).fix("Change it.");
    Rule missed = rule("ACME-001", WARNING).forEach(subjects).should(bad).fix("Change it.");
    text.append(met).append('\n');
    text.append("  full: ").append(of(met, Plans.FULL)).append('\n');
    text.append("  bare: ").append(of(met, Plans.BARE)).append('\n');
    text.append("  not:  ").append(of(missed, Plans.FULL)).append('\n');
    return this;
  }

  /** A condition and its opposite. */
  <T> Said on(Subjects<? extends T> subjects, Condition<T> condition) {
    return on(subjects, condition, Conditions.not(condition));
  }

  /** A fact that is there, and a value that it has and one that it has not. */
  <T, V> Said on(
      Subjects<? extends T> subjects,
      Fact<T, V> fact,
      Comparison<? super V> good,
      Comparison<? super V> bad) {
    return both(subjects, fact, good, bad);
  }

  private <S extends T, T, V> Said both(
      Subjects<S> subjects,
      Fact<T, V> fact,
      Comparison<? super V> good,
      Comparison<? super V> bad) {
    Condition<T> there = Conditions.have(fact);
    on(subjects, there, Conditions.not(there));
    return on(subjects, Conditions.have(fact, good), Conditions.have(fact, bad));
  }

  /** Outcome, findings with their evidence, missing facts. */
  static String of(Rule rule, ClusterPlan plan) {
    Report report = RuleBook.empty().with(rule).check(plan);
    StringBuilder said = new StringBuilder(report.results().get(0).outcome().toString());
    report.findings().forEach(it -> said.append("; ").append(it.message()).append(it.evidence()));
    report.undecided().forEach(it -> said.append("; ").append(it.missingFacts()));
    report.results().get(0).notApplicable().ifPresent(why -> said.append("; ").append(why));
    return said.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
