package io.pveplan.rules.fluent;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule says, and the check of it. */
record Sentence<T>(
    Subjects<T> subjects, Optional<Condition<? super T>> that, Condition<? super T> should) {

  Sentence<T> demanding(Condition<? super T> other) {
    return new Sentence<>(subjects, that, other);
  }

  /** What is the case when the rule reports. */
  String summary() {
    return "Some " + selected() + " " + should.negated().plural();
  }

  private String selected() {
    return subjects.many()
        + that.map(condition -> " that " + condition.plural()).orElse("");
  }

  void check(ResolvedPlan plan, Findings findings) {
    List<? extends T> parts = subjects.in(plan);
    Set<String> reported = new HashSet<>();
    boolean any = false;
    for (T part : parts) {
      Subject<T> subject = new Subject<>(subjects, part, plan);
      Truth selected = that.isEmpty() ? Truth.YES : that.get().test(subject);
      if (selected != Truth.NO) {
        any = true;
        check(subject, selected, findings, reported);
      }
    }
    if (!any) {
      findings.notApplicable(
          parts.isEmpty()
              ? "the plan has no " + subjects.many()
              : "the plan has " + Words.number(parts.size(), subjects.one(), subjects.many())
                  + ", but none that " + that.map(Condition::plural).orElse(""));
    }
  }

  private void check(Subject<T> subject, Truth selected, Findings findings, Set<String> reported) {
    PlanPath path = subject.path();
    findings.looksAt(path);
    Truth met = should.test(subject);
    if (met == Truth.YES) {
      return;
    }
    Account account = new Account();
    should.tell(subject, account);
    if (selected == Truth.YES && met == Truth.NO) {
      // A plan may name one thing twice, as two moves of a guest to one node. The text of the path
      // is
      // what makes the key of a finding.
      if (reported.add(path.toString())) {
        report(subject, account, findings.on(path));
      }
      return;
    }
    Account open = new Account();
    if (selected == Truth.UNKNOWN) {
      that.ifPresent(condition -> condition.tell(subject, open));
    }
    if (met == Truth.UNKNOWN) {
      account.missing().forEach(open::missing);
    }
    open.missing().forEach(fact -> findings.undecided(path, fact));
  }

  private void report(Subject<T> subject, Account account, FindingDraft finding) {
    finding
        .says(
            account.found().isEmpty()
                ? "%s should %s, and %s"
                    .formatted(subject.title(), should.demand(), should.failing())
                : "%s %s, it should %s"
                    .formatted(
                        subject.title(), String.join(" and ", account.found()), should.demand()))
        .declaredAt(subjects.declaredAt(subject.value()));
    account.evidence().forEach(finding::because);
  }

  @Override
  public String toString() {
    return selected() + " should " + should.demand();
  }
}
