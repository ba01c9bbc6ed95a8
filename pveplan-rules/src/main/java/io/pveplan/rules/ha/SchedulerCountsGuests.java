package io.pveplan.rules.ha;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reports HA that spreads guests of very different size by their number. */
@RuleInfo(
    id = "HA-026",
    severity = Severity.INFO,
    summary = "HA spreads guests by number, and they differ much in size",
    why = """
        With basic scheduling the node with the fewest guests is the best one, no matter how large \
        they are: the largest guests of a lost node can end up on one node.""",
    remedy = "Set the scheduling to static, or from Proxmox VE 9.2 on to dynamic.",
    sources = {
      "pve-docs: ha-manager.adoc, Cluster Resource Scheduling",
      "pve-cluster: src/PVE/DataCenterConfig.pm",
      "own judgement"
    },
    since = "0.1")
final class SchedulerCountsGuests implements Rule {

  static final RuleParameter<Integer> LARGEST_FACTOR = RuleParameter.wholeNumber(
          "largestFactor",
          8,
          "memory of the largest guest under HA, in memories of the smallest",
          "own judgement")
      .must(factor -> factor >= 1, "be 1 or more");

  private static final PlanPath SUBJECT = PlanPath.of("ha");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<Guest> guests = plan.ha().resources().stream()
        .filter(resource -> plan.placement().startedByHa(resource.guest()))
        .flatMap(resource -> plan.guest(resource.guest()).stream())
        .toList();
    if (guests.size() < 2 || plan.nodes().size() < 3) {
      return;
    }
    findings.looksAt(SUBJECT);
    Optional<Scheduling> scheduling = plan.plan().datacenter().flatMap(Datacenter::scheduling);
    if (scheduling.flatMap(Scheduling::mode).orElse(SchedulingMode.BASIC) != SchedulingMode.BASIC) {
      return;
    }
    Guest smallest =
        guests.stream().min(Comparator.comparing(HostMemory::atMost)).orElseThrow();
    Guest largest =
        guests.stream().max(Comparator.comparing(HostMemory::atMost)).orElseThrow();
    int factor = findings.parameter(LARGEST_FACTOR);
    if (HostMemory.atMost(largest).bytes() / factor
        > HostMemory.atMost(smallest).bytes()) {
      findings
          .on(SUBJECT)
          .says(
              "HA counts %s of %s as much as %s of %s",
              largest.name(),
              HostMemory.atMost(largest),
              smallest.name(),
              HostMemory.atMost(smallest))
          .because("largest", largest.vmid())
          .because("smallest", smallest.vmid())
          .declaredAt(
              scheduling.flatMap(Scheduling::declaredAt).or(() -> plan.ha().declaredAt()));
    }
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LARGEST_FACTOR);
  }
}
