package io.pveplan.rules;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import java.util.List;
import java.util.function.Consumer;

/** A rule that is described and written where it is used, as composed rules are. */
public final class TestRule implements Rule {

  private final RuleDescription description;
  private final List<RuleParameter<?>> parameters;
  private final Consumer<Findings> check;

  private TestRule(
      RuleDescription description, List<RuleParameter<?>> parameters, Consumer<Findings> check) {
    this.description = description;
    this.parameters = parameters;
    this.check = check;
  }

  /** A rule whose remedy is {@code Repair it.} */
  public static TestRule rule(String id, Severity severity, Consumer<Findings> check) {
    return new TestRule(
        new RuleDescription(id, severity, "Something is the case", "", "Repair it.", List.of(), ""),
        List.of(),
        check);
  }

  /** A rule that says {@code it is broken} of each subject. */
  public static TestRule reporting(String id, Severity severity, PlanPath... subjects) {
    return rule(id, severity, findings -> {
      for (PlanPath subject : subjects) {
        findings.on(subject).says("it is broken");
      }
    });
  }

  /** A rule that is content with each subject. */
  public static TestRule passing(String id, PlanPath... subjects) {
    return rule(id, Severity.ERROR, findings -> List.of(subjects).forEach(findings::looksAt));
  }

  /** The same rule with parameters. */
  TestRule having(RuleParameter<?>... these) {
    return new TestRule(description, List.of(these), check);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    check.accept(findings);
  }

  @Override
  public RuleDescription description() {
    return description;
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return parameters;
  }
}
