package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reports a guest with a VMID outside of the range that Proxmox VE draws new ones from.
 *
 * <p>Without a range in the options of the datacenter that is 100 to 999999.
 */
@RuleInfo(
    id = "GST-003",
    severity = Severity.INFO,
    summary = "A VMID is outside of the range for new guests",
    why = """
        Proxmox VE suggests the lowest free VMID of that range. One outside of it was chosen by \
        somebody for a reason that nobody reads in the plan.""",
    remedy = "Choose a VMID in the range, or widen it; write down which numbers are for what.",
    sources = {
      "pve-cluster: PVE/DataCenterConfig.pm, next-id",
      "pve-docs: pvecm.adoc, Guest VMID Auto-Selection"
    },
    since = "0.1")
final class VmidOutsideRange implements Rule {

  private static final int LOWER = 100;
  private static final int UPPER = 1_000_000;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<NextIds> range = plan.plan().datacenter().flatMap(Datacenter::nextIds);
    int lower = range.map(NextIds::lower).orElseGet(OptionalInt::empty).orElse(LOWER);
    int upper = range.map(NextIds::upper).orElseGet(OptionalInt::empty).orElse(UPPER);
    for (Guest guest : plan.guests()) {
      findings.looksAt(guest.path());
      int vmid = guest.vmid().value();
      if (vmid < lower || vmid >= upper) {
        findings
            .on(guest.path())
            .says("%s has VMID %s, new guests get %s to %s", guest.name(), vmid, lower, upper - 1)
            .because("vmid", vmid)
            .because("lower", lower)
            .because("upper", upper)
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
