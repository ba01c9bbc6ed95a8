package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a pool of which the plan does not say what the autoscaler does about it. */
@RuleInfo(
    id = "CEPH-035",
    severity = Severity.INFO,
    summary = "The autoscaler of a pool only warns",
    why = """
        Proxmox VE makes a pool whose number of placement groups stays as it is, unless told otherwise: \
        the autoscaler warns when it does not fit, and nothing else. Ceph itself would let it act.""",
    remedy = "Say autoscale(ON), best with what the pool is going to hold, or autoscale(WARN).",
    sources = {
      "pve-manager: PVE/API2/Ceph/Pool.pm, pg_autoscale_mode",
      "pve-docs: pveceph.adoc, PG Autoscaler"
    },
    since = "0.1")
final class AutoscalerOnlyWarns implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    // What was written: the resolved plan has the default.
    for (CephPool pool : plan.written().ceph().map(Ceph::pools).orElse(List.of())) {
      findings.looksAt(pool.path());
      if (pool.autoscale().isEmpty()) {
        findings
            .on(pool.path())
            .says(
                "the plan does not say what the autoscaler does: of pool %s it only warns",
                pool.name())
            .declaredAt(pool.declaredAt());
      }
    }
  }
}
