package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.DurationText;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.GuestOutage;
import io.pveplan.rules.failure.PlannedFailures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reports a guest that is down longer than it may be, in a failure that the plan promises to
 * survive. HA first has to be sure that the lost node does not run it any more: membership, fencing
 * and the lock of the node take two to four minutes, and the node that starts it may need fifteen
 * seconds to notice. How long it takes to boot no plan tells: the parameter does.
 */
@RuleInfo(
    id = "CAP-017",
    severity = Severity.WARNING,
    summary = "A guest is down longer than it may be after a failure",
    why = """
        HA does not start a guest elsewhere before its node is known to be off: that takes minutes, \
        whatever the guest is. A guest that HA does not manage, or for which there is no other node, \
        waits for the repair.""",
    remedy = "Allow for more time, let HA manage it, or make it redundant by itself.",
    sources = {
      "pve-docs: ha-manager.adoc, Fencing",
      "pve-ha-manager: src/PVE/HA/NodeStatus.pm, src/PVE/HA/LRM.pm",
      "derived"
    },
    since = "0.1")
final class DownLongerThanAllowed implements Rule {

  static final RuleParameter<Duration> BOOT = RuleParameter.duration(
      "boot",
      Duration.ZERO,
      "time that a guest takes from its start until it serves",
      "none: no plan tells it, so only what HA takes counts");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(BOOT);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.plan().mustSurvive().isEmpty()
        || plan.guests().stream().allMatch(it -> it.rto().isEmpty())) {
      return;
    }
    SortedMap<Vmid, GuestOutage> outages = PlannedFailures.of(plan).outages();
    for (Guest guest : plan.guests()) {
      guest.rto().ifPresent(rto -> {
        findings.looksAt(guest.path());
        Optional.ofNullable(outages.get(guest.vmid()))
            .ifPresent(outage -> check(guest, rto, outage, plan, findings));
      });
    }
  }

  private static void check(
      Guest guest, Duration rto, GuestOutage outage, ResolvedPlan plan, Findings findings) {
    Optional<Duration> down = outage.startsWithin().map(findings.parameter(BOOT)::plus);
    if (down.filter(it -> it.compareTo(rto) <= 0).isPresent()) {
      return;
    }
    FailureText text = FailureText.of(plan);
    findings
        .on(guest.path())
        .says(
            "guest %s (%s) may be down for %s; when %s, %s",
            guest.vmid(),
            guest.name(),
            DurationText.write(rto),
            text.event(outage.scenario()),
            down.map(it -> "HA may need " + FailureText.time(it) + " until it runs on "
                    + outage.fate().to())
                .orElseGet(
                    () -> String.join("", text.guests(outage.survival(), List.of(outage.fate())))))
        .because("rto", rto)
        .because("down", down)
        .because("scenario", outage.scenario().toString())
        .because("fate", outage.fate().fate().text())
        .remedy(remedy(guest, down.isPresent(), plan))
        .declaredAt(guest.declaredAt());
  }

  private static String remedy(Guest guest, boolean restarted, ResolvedPlan plan) {
    if (!plan.placement().managedByHa(guest.vmid())) {
      return "Let HA manage it, allow for more time, or make it redundant by itself.";
    }
    return restarted
        ? "Allow for more time, or make it redundant by itself: HA is no faster."
        : "Remove what its outage comes from, or make it redundant by itself.";
  }
}
