package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Severity;
import io.pveplan.rules.Undecided;
import java.util.ArrayList;
import java.util.List;

/** A rule and a subject it looked at, as a test case. */
record JunitQuestion(
    String ruleId,
    PlanPath subject,
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Undecided> undecided,
    FailLevel level)
    implements JunitCase {

  @Override
  public boolean failed() {
    return findings.stream().anyMatch(this::fails) || failsUndecided();
  }

  @Override
  public boolean skipped() {
    return !failed() && !(undecided.isEmpty() && suppressed.isEmpty());
  }

  @Override
  public void write(Markup xml) {
    String[] attributes = JunitCase.attributes(subject.toString(), JunitCase.className(ruleId));
    if (!failed() && !skipped() && findings.isEmpty()) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.open("testcase", attributes);
    findings.stream()
        .filter(this::fails)
        .forEach(it -> xml.element(
            "failure", body(it), "message", it.message(), "type", it.severity().toString()));
    if (failsUndecided()) {
      xml.empty("failure", "message", String.join("; ", missing()), "type", "UNDECIDED");
    }
    if (skipped()) {
      xml.empty("skipped", "message", String.join("; ", open()));
    }
    List<String> output = output();
    if (!output.isEmpty()) {
      xml.element("system-out", output);
    }
    xml.close();
  }

  private boolean fails(Finding finding) {
    return switch (level) {
      case NEVER -> false;
      case ERROR -> finding.severity() == Severity.ERROR;
      case WARNING -> finding.severity() != Severity.INFO;
      case INFO, UNDECIDED -> true;
    };
  }

  private boolean failsUndecided() {
    return level == FailLevel.UNDECIDED && !undecided.isEmpty();
  }

  private List<String> missing() {
    return undecided.stream()
        .map(it -> "undecided, the plan does not say: " + String.join("; ", it.missingFacts()))
        .toList();
  }

  private List<String> open() {
    List<String> open = new ArrayList<>();
    if (!failsUndecided()) {
      open.addAll(missing());
    }
    suppressed.forEach(
        it -> open.add("accepted (" + it.how() + "): " + it.finding().message()));
    return open;
  }

  // What is said nowhere else: findings that do not fail, and what is open beside a failure.
  private List<String> output() {
    List<String> output = new ArrayList<>();
    for (Finding finding : findings) {
      if (!fails(finding)) {
        output.add(finding.severity() + ": " + finding.message());
        output.addAll(body(finding));
      }
    }
    if (failed()) {
      output.addAll(open());
    }
    return output;
  }

  private static List<String> body(Finding finding) {
    List<String> body = new ArrayList<>();
    body.add("-> " + finding.remedy());
    finding.declaredAt().ifPresent(line -> body.add("(" + line + ")"));
    return body;
  }
}
