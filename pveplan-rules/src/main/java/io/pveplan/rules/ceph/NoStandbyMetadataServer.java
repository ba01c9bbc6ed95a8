package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports file systems without a metadata server that stands by. */
@RuleInfo(
    id = "CEPH-043",
    severity = Severity.WARNING,
    summary = "No metadata server stands by",
    why = """
        A file system stands still while its metadata server is gone. One on another node that stands by \
        takes over within a minute.""",
    remedy = "Add a metadata server on another node.",
    sources = "pve-docs: pveceph.adoc, CephFS",
    since = "0.1")
final class NoStandbyMetadataServer implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().filter(ceph -> !ceph.fileSystems().isEmpty()).ifPresent(ceph -> {
      findings.looksAt(ceph.path());
      int servers = ceph.metadataServers().size();
      int active = ceph.fileSystems().stream()
          .mapToInt(fs -> fs.activeServers().orElse(1))
          .sum();
      // Fewer than file systems is the matter of CEPH-042.
      if (servers >= ceph.fileSystems().size() && servers <= active) {
        findings
            .on(ceph.path())
            .says("%d metadata servers, of which %d work: none stands by", servers, active)
            .because("metadataServers", servers)
            .because("active", active)
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}
