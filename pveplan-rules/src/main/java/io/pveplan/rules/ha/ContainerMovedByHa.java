package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports a container under HA in a plan that has HA move guests: by the shutdown policy migrate,
 * to balance the nodes, or by a move of it while it runs.
 *
 * <p>That a container is moved while it runs is refused: see MIG-005.
 */
@RuleInfo(
    id = "HA-032",
    severity = Severity.INFO,
    summary = "HA moves a container by stopping and starting it",
    why = """
        Containers have no live migration. Where HA moves a machine that runs on, it shuts a \
        container down, moves it and starts it: each move is an outage.""",
    remedy = "Accept the outage, or run the service in a virtual machine.",
    sources = {
      "pve-docs: pct.adoc, Migration",
      "pve-ha-manager: src/PVE/HA/Resources/PVECT.pm, migrate"
    },
    since = "0.1")
final class ContainerMovedByHa implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<String> reasons = new ArrayList<>();
    Optional<Datacenter> datacenter = plan.plan().datacenter();
    if (datacenter
        .flatMap(Datacenter::shutdownPolicy)
        .equals(Optional.of(ShutdownPolicy.MIGRATE))) {
      reasons.add("shutdown policy migrate");
    }
    if (datacenter
        .flatMap(Datacenter::scheduling)
        .flatMap(Scheduling::autoRebalance)
        .isPresent()) {
      reasons.add("automatic balancing of the nodes");
    }
    Set<Vmid> online = plan.plan().migrations().stream()
        .filter(Migration::online)
        .map(Migration::guest)
        .collect(Collectors.toSet());
    for (HaResource resource : plan.ha().resources()) {
      if (RunningResources.runs(resource.guest(), plan)
          && plan.guest(resource.guest()).orElseThrow() instanceof Container container) {
        findings.looksAt(resource.path());
        List<String> why = new ArrayList<>(reasons);
        if (online.contains(container.vmid())) {
          why.add("a planned move while it runs");
        }
        if (!why.isEmpty()) {
          report(resource, container, why, findings);
        }
      }
    }
  }

  private static void report(
      HaResource resource, Container container, List<String> why, Findings findings) {
    findings
        .on(resource.path())
        .says(
            "%s is a container: HA stops it and starts it again where the plan moves guests (%s)",
            container.name(), String.join(", ", why))
        .because("movedBy", why)
        .declaredAt(resource.declaredAt());
  }
}
