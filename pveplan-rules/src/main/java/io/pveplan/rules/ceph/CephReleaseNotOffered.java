package io.pveplan.rules.ceph;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a release of Ceph that the release of Proxmox VE does not offer. */
@RuleInfo(
    id = "CEPH-045",
    severity = Severity.ERROR,
    summary = "Proxmox VE does not offer this release of Ceph",
    why = """
        pveceph install knows the releases that were built for its release of Proxmox VE and refuses all \
        others.""",
    remedy = "Use squid, which 8.4 and 9.x both have, or tentacle from 9.1 on.",
    sources = "pve-manager: PVE/Ceph/Releases.pm, debian/changelog",
    since = "0.1")
final class CephReleaseNotOffered implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan()
        .ceph()
        .ifPresent(
            ceph -> ceph.release().ifPresent(release -> check(ceph, release, plan, findings)));
  }

  private static void check(Ceph ceph, CephRelease release, ResolvedPlan plan, Findings findings) {
    findings.looksAt(ceph.path());
    boolean old = plan.release() == ProductVersion.PVE_8_4;
    if (release == CephRelease.SQUID || old && release != CephRelease.TENTACLE) {
      return;
    }
    List<Node> early = plan.nodes().stream()
        .filter(node -> node.release().filter("9.0"::equals).isPresent())
        .toList();
    if (old || release != CephRelease.TENTACLE || !early.isEmpty()) {
      findings
          .on(ceph.path())
          .says(
              "Proxmox VE %s has no Ceph %s",
              early.isEmpty() || old ? plan.release() : "9.0 of " + early.get(0).name(), release)
          .because("release", release)
          .declaredAt(ceph.declaredAt());
      return;
    }
    plan.nodes().stream()
        .filter(node -> node.release().isEmpty())
        .findFirst()
        .ifPresent(node -> findings.undecided(ceph.path(), "release of " + node.name()));
  }
}
