package io.pveplan.rules.capacity;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Switch;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.PlannedFailures;
import io.pveplan.rules.failure.ScenarioKind;
import io.pveplan.rules.failure.Survival;
import java.util.List;
import java.util.Optional;

/**
 * Reports a switch, a power circuit or a UPS that stops guests under HA when it fails. HA makes up
 * for a node that fails, and for nothing that all nodes hang on. Storage servers are the matter of
 * SHR-005.
 */
@RuleInfo(
    id = "CAP-013",
    severity = Severity.WARNING,
    summary = "One switch, power circuit or UPS stops guests under HA",
    why = """
        HA starts guests on another node. If what fails is below all nodes, there is none: the guests \
        are down, hang, or run where nobody reaches them, until it is repaired.""",
    remedy = "Have two of it, and connect each node to both.",
    sources = {
      "article Proxmox-Cluster planen",
      "pve-docs: ha-manager.adoc, Requirements (eliminate single point of failure)"
    },
    since = "0.1")
final class SingleComponentStopsGuests implements Rule {

  private static final List<ScenarioKind> KINDS =
      List.of(ScenarioKind.SWITCH, ScenarioKind.CIRCUIT, ScenarioKind.UPS);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.ha().resources().isEmpty()) {
      findings.notApplicable("no guest is under HA");
      return;
    }
    if (plan.plan().switches().isEmpty() && plan.plan().circuits().isEmpty()) {
      findings.notApplicable("the plan has no switch, circuit or UPS");
      return;
    }
    PlannedFailures failures = PlannedFailures.of(plan);
    FailureText text = FailureText.of(plan);
    for (ScenarioKind kind : KINDS) {
      for (Survival survival : failures.single(kind)) {
        check(survival, text, plan, findings);
      }
    }
  }

  private static void check(
      Survival survival, FailureText text, ResolvedPlan plan, Findings findings) {
    PlanPath path =
        PlanPath.of(survival.scenario().kind().text(), survival.scenario().name());
    findings.looksAt(path);
    List<GuestFate> stopped = survival.lost().stream()
        .filter(it -> plan.placement().startedByHa(it.guest()))
        .toList();
    if (!stopped.isEmpty()) {
      findings
          .on(path)
          .says(
              "when %s, %s",
              text.event(survival.scenario()), String.join("; ", text.guests(survival, stopped)))
          .because("guests", stopped.stream().map(it -> it.guest().toString()).toList())
          .because("votes", survival.votes())
          .because("quorum", survival.quorum())
          .declaredAt(line(survival.scenario().kind(), survival.scenario().name(), plan));
    }
  }

  private static Optional<Origin> line(ScenarioKind kind, String name, ResolvedPlan plan) {
    return switch (kind) {
      case SWITCH ->
        plan.plan().switches().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .flatMap(Switch::declaredAt);
      case CIRCUIT -> plan.circuit(name).flatMap(Circuit::declaredAt);
      default ->
        plan.plan().circuits().stream()
            .filter(it -> it.ups().filter(name::equals).isPresent())
            .findFirst()
            .flatMap(Circuit::declaredAt);
    };
  }
}
