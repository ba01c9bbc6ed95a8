package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports a QDevice that is down together with many of the nodes: on a node or a guest of the
 * cluster, or in one rack, on one feed or one switch with nodes that have half of the votes.
 */
@RuleInfo(
    id = "CLU-009",
    severity = Severity.WARNING,
    summary = "The QDevice fails together with the nodes it is to arbitrate",
    why = """
        The vote of a QDevice counts when nodes are gone. One that is on a node or a guest of the \
        cluster, or goes down with the rack, the feed or the switch of half of the nodes, is gone \
        in that very case.""",
    remedy = "Run corosync-qnetd on a host of its own, in a third place; TCP 5403 is all it needs.",
    sources = {
      "pve-docs: pvecm.adoc, QDevice-Net Setup, Technical Overview",
      "own judgement (share)"
    },
    since = "0.1")
final class QDeviceNotIndependent implements Rule {

  static final RuleParameter<Integer> SHARE = RuleParameter.wholeNumber(
          "share",
          50,
          "percent of the votes of the nodes that may not fail together with the QDevice",
          "own judgement")
      .must(share -> share > 0 && share <= 100, "be from 1 to 100");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(SHARE);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<QDevice> qdevice = plan.plan().corosync().flatMap(Corosync::qdevice);
    if (qdevice.isEmpty()) {
      findings.notApplicable("the plan has no QDevice");
      return;
    }
    PlanPath subject = PlanPath.of("corosync", "qdevice");
    findings.looksAt(subject);
    List<String> reasons = new ArrayList<>(machines(qdevice.get(), plan));
    SharedPlace shared = new SharedPlace(plan, findings.parameter(SHARE));
    place(qdevice.get(), plan, shared);
    reasons.addAll(shared.reasons());
    if (!reasons.isEmpty()) {
      findings
          .on(subject)
          .says("the QDevice %s", String.join("; it ", reasons))
          .because("reasons", reasons)
          .declaredAt(qdevice.get().declaredAt());
    } else {
      shared.missing().forEach(fact -> findings.undecided(subject, fact));
    }
  }

  private static List<String> machines(QDevice qdevice, ResolvedPlan plan) {
    return plan.addresses().of(qdevice.address()).stream()
        .filter(use -> use.kind() == AddressKind.NODE || use.kind() == AddressKind.GUEST)
        .map(AddressUse::toString)
        .map(machine -> "has the address " + qdevice.address() + " of " + machine)
        .toList();
  }

  private static void place(QDevice qdevice, ResolvedPlan plan, SharedPlace shared) {
    shared.with("rack", qdevice.rack(), SharedPlace::rack);
    PowerFeeds feeds = plan.powerFeeds(qdevice);
    if (!feeds.known()) {
      shared.miss("power circuits of the host of the QDevice");
    }
    feeds
        .onlyCircuit()
        .ifPresent(name -> shared.with("circuit", Optional.of(name), SharedPlace::circuit));
    feeds.onlyUps().ifPresent(name -> shared.with("UPS", Optional.of(name), SharedPlace::ups));
    shared.with("switch", qdevice.switchName(), SharedPlace::onlySwitch);
  }
}
