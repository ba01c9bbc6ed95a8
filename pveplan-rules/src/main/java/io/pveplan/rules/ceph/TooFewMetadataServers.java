package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports fewer metadata servers than file systems. */
@RuleInfo(
    id = "CEPH-042",
    severity = Severity.ERROR,
    summary = "There are fewer metadata servers than file systems",
    why = """
        pveceph fs create wants a metadata server that serves no other file system, and refuses to make \
        one without.""",
    remedy = "Add a metadata server for each file system, and one to stand by.",
    sources = "pve-manager: PVE/API2/Ceph/FS.pm, createfs",
    since = "0.1")
final class TooFewMetadataServers implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().filter(ceph -> !ceph.fileSystems().isEmpty()).ifPresent(ceph -> {
      findings.looksAt(ceph.path());
      int servers = ceph.metadataServers().size();
      int fileSystems = ceph.fileSystems().size();
      if (servers < fileSystems) {
        findings
            .on(ceph.path())
            .says("%d metadata servers for %d file systems", servers, fileSystems)
            .because("metadataServers", servers)
            .because("fileSystems", fileSystems)
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}
