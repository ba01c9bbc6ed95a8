package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.GoalOutcome;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.PlannedFailures;
import io.pveplan.rules.failure.Shortfall;
import io.pveplan.rules.failure.Survival;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Reports a goal of the plan that some failure breaks: too few votes, Ceph monitors or copies are
 * left, guests that must run are not up beforehand or afterwards, or a node has too little memory
 * for them even at their smallest. Every failure that the goal is about is computed; where the plan does not tell
 * what it takes along, the goal is undecided.
 */
@RuleInfo(
    id = "CAP-012",
    severity = Severity.ERROR,
    summary = "The cluster does not survive what the plan promises",
    why = """
        What a cluster survives is the least of what its votes, its monitors, its pools and the nodes \
        that guests may go to survive. One of them is enough to break the promise.""",
    remedy = "Raise the weakest, or lower the goal.",
    sources = {
      "corosync: exec/votequorum.c",
      "ceph: doc/rados/configuration/mon-config-ref.rst",
      "pve-ha-manager: src/PVE/HA/Manager.pm",
      "derived"
    },
    since = "0.1")
final class GoalNotMet implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().isEmpty() || plan.plan().mustSurvive().isEmpty()) {
      return;
    }
    PlannedFailures failures = PlannedFailures.of(plan);
    for (GoalOutcome outcome : failures.goals()) {
      findings.looksAt(outcome.goal().path());
      if (!outcome.shortfalls().isEmpty()) {
        report(outcome, failures.required(), plan, findings);
      } else if (outcome.failures() == 0) {
        findings.undecided(outcome.goal().path(), many(outcome.goal().failure()));
      } else {
        failures
            .sweep()
            .missingFacts()
            .forEach(fact -> findings.undecided(outcome.goal().path(), fact));
        outcome.unknown().forEach(fact -> findings.undecided(outcome.goal().path(), fact));
      }
    }
  }

  private static void report(
      GoalOutcome outcome, SortedSet<Vmid> required, ResolvedPlan plan, Findings findings) {
    FailureText text = FailureText.of(plan);
    ShortfallCause cause = new ShortfallCause(plan, required);
    SurvivalGoal goal = outcome.goal();
    Shortfall weakest = outcome.shortfalls().get(0);
    Survival example = weakest.example();
    Map<String, Integer> survived = new LinkedHashMap<>();
    outcome.survived().forEach((need, number) -> survived.put(need.text(), number));
    findings
        .on(goal.path())
        .says(
            "the plan promises to survive %s%s: when %s, %s%s%s",
            promised(goal),
            goal.number() > 1 ? ", and survives " + weakest.tolerated() : "",
            text.event(example.scenario()),
            text.need(weakest.need(), example, required),
            cause.of(weakest),
            others(outcome, required, text, cause))
        .because("mustSurvive", goal.number())
        .because("weakest", weakest.need().text())
        .because("survived", survived)
        .because("scenario", example.scenario().toString())
        .because(
            "lost",
            example.lost().stream()
                .filter(it -> required.contains(it.guest()))
                .map(GuestFate::toString)
                .toList())
        .remedy("%s", new GoalRemedy(plan, cause).of(outcome))
        .declaredAt(goal.declaredAt());
  }

  private static String others(
      GoalOutcome outcome, SortedSet<Vmid> required, FailureText text, ShortfallCause cause) {
    return outcome.shortfalls().stream()
        .skip(1)
        .map(it -> ". And when " + text.event(it.example().scenario()) + ", "
            + text.need(it.need(), it.example(), required) + cause.of(it))
        .collect(Collectors.joining());
  }

  private static String promised(SurvivalGoal goal) {
    String name = name(goal.failure());
    return goal.number() == 1
        ? "the failure of a " + name
        : "the failure of " + goal.number() + " " + many(goal.failure());
  }

  private static String many(FailureKind kind) {
    return name(kind) + (kind == FailureKind.SWITCH ? "es" : "s");
  }

  private static String name(FailureKind kind) {
    return switch (kind) {
      case UPS -> "UPS";
      case NIC -> "NIC";
      case QDEVICE -> "QDevice";
      default -> kind.text().replace('-', ' ');
    };
  }
}
