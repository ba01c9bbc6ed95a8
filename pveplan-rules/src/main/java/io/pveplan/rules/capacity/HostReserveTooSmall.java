package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a node that declares to keep less memory for its host than system, ZFS and Ceph take. Where
 * nothing is declared, the other rules keep just that, with 1 GiB for each daemon of Ceph whatever the
 * parameter of this one says.
 */
@RuleInfo(
    id = "CAP-005",
    severity = Severity.WARNING,
    summary = "Less memory is kept for a host than the system, ZFS and Ceph take",
    why = """
        The system takes 2 GiB, the cache of ZFS up to its limit, and an OSD about 8 GiB. What is not \
        kept for them they take from the guests.""",
    remedy = "Raise the reserve, or leave it out and have it counted.",
    sources = {
      "pve-docs: pve-system-requirements.adoc",
      "pve-docs: local-zfs.adoc",
      "pve-docs: pveceph.adoc",
      "own judgement"
    },
    since = "0.1")
final class HostReserveTooSmall implements Rule {

  static final RuleParameter<Integer> CEPH_DAEMON = RuleParameter.wholeNumber(
          "cephDaemonGib",
          1,
          "memory of a monitor, manager or metadata server of Ceph, in GiB",
          "own judgement")
      .must(gib -> gib >= 0 && gib <= 1024, "be from 0 to 1024");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      node.hostReserve().ifPresent(reserve -> check(node, reserve, plan, findings));
    }
  }

  private static void check(Node node, DataSize reserve, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    HostMemory memory = plan.hostMemory();
    int daemons = memory.cephDaemons(node.name());
    long more = daemons
        * (DataSize.gib(findings.parameter(CEPH_DAEMON)).bytes() - HostMemory.CEPH_DAEMON.bytes());
    long counted = memory.needed(node.name()).bytes();
    long needed = counted > Long.MAX_VALUE - Math.max(0, more) ? counted : counted + more;
    if (reserve.bytes() < needed) {
      findings
          .on(node.path())
          .says(
              "%s keeps %s for its host, which takes %s",
              node.name(), reserve, DataSize.bytes(needed))
          .because("reserveBytes", reserve.bytes())
          .because("neededBytes", needed)
          .declaredAt(node.declaredAt());
    } else if (memory.lacksCache(node.name())) {
      findings.undecided(node.path(), "memory of " + node.name());
    }
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(CEPH_DAEMON);
  }
}
