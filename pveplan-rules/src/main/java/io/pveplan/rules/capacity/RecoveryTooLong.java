package io.pveplan.rules.capacity;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.CrushDomains;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reports a device class of Ceph whose data take long to be whole again when the node with the most
 * of them is lost. The other OSDs of the class write them as fast as their disks and networks let
 * them, with the part of it that is left beside the guests. How fast disks write no plan tells, so
 * that it is assumed by their kind.
 */
@RuleInfo(
    id = "CAP-014",
    severity = Severity.INFO,
    summary = "Ceph takes long to make the data of a lost node anew",
    why = """
        Until all copies are there again, the next failure can stop pools or lose data, and the \
        guests share disks and network with the recovery.""",
    remedy = "Use more nodes with fewer or smaller OSDs each, or a faster network.",
    sources = {"pve-docs: pveceph.adoc, Disks", "derived", "own judgement"},
    since = "0.1")
final class RecoveryTooLong implements Rule {

  static final RuleParameter<Duration> LONGEST_RECOVERY = RuleParameter.duration(
      "longestRecovery",
      Duration.ofHours(24),
      "time until the data of a lost node are whole again",
      "own judgement");

  static final RuleParameter<Integer> RECOVERY_SHARE = RuleParameter.wholeNumber(
          "recoveryShare",
          30,
          "part of disks and networks that recovery gets beside the guests, in percent",
          "own judgement")
      .must(percent -> percent >= 1 && percent <= 100, "be from 1 to 100");

  static final RuleParameter<Integer> HDD_WRITE = write("hddWrite", 120, "a hard disk");
  static final RuleParameter<Integer> SSD_WRITE = write("ssdWrite", 400, "a SATA or SAS SSD");
  static final RuleParameter<Integer> NVME_WRITE = write("nvmeWrite", 1000, "an NVMe disk");

  private static RuleParameter<Integer> write(String name, int usual, String disk) {
    return RuleParameter.wholeNumber(
            name, usual, "what " + disk + " writes on and on, in MB/s", "own judgement")
        .must(rate -> rate >= 1, "be 1 or more");
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ClassCapacity each : plan.cephLayout().classes()) {
      CrushDomains hosts =
          plan.cephLayout().domains(FailureDomain.HOST, Optional.of(each.deviceClass()));
      if (hosts.count() > 1 && hosts.largest().isPresent()) {
        check(each, hosts.largest().get(), plan, findings);
      }
    }
  }

  private static void check(
      ClassCapacity each, CrushDomains.Share lost, ResolvedPlan plan, Findings findings) {
    PlanPath path = each.path();
    findings.looksAt(path);
    if (!each.sized() || !each.unknown().isEmpty()) {
      each.unknown().forEach(fact -> findings.undecided(path, fact));
      return;
    }
    RecoverySpeed speed = RecoverySpeed.without(lost.name(), each, plan, findings::parameter);
    double bytes = each.used() * lost.raw() / each.raw();
    double perSecond = speed.bytesPerSecond() * findings.parameter(RECOVERY_SHARE) / 100;
    double seconds = perSecond > 0 ? bytes / perSecond : 0;
    Duration limit = findings.parameter(LONGEST_RECOVERY);
    if (seconds > limit.toSeconds()) {
      findings
          .on(path)
          .says(
              "without %s, %.1f TB of class %s are made anew in %s hours; the limit is %s",
              lost.name(),
              bytes / 1e12,
              each.deviceClass(),
              hours(seconds),
              LONGEST_RECOVERY.show(limit))
          .because("lost", lost.name())
          .because("bytes", (long) bytes)
          .because("seconds", (long) seconds)
          .because("limitedBy", speed.limitedBy())
          .declaredAt(plan.plan().ceph().flatMap(Ceph::declaredAt));
    } else {
      speed.unknown().forEach(fact -> findings.undecided(path, fact));
    }
  }

  private static String hours(double seconds) {
    return BigDecimal.valueOf(Math.ceil(seconds / 3600)).toBigInteger().toString();
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LONGEST_RECOVERY, RECOVERY_SHARE, HDD_WRITE, SSD_WRITE, NVME_WRITE);
  }
}
