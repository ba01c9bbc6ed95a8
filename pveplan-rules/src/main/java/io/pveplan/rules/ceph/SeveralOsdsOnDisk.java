package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports several OSDs on a disk that is not NVMe. */
@RuleInfo(
    id = "CEPH-027",
    severity = Severity.WARNING,
    summary = "Several OSDs share a SATA or SAS disk",
    why = """
        Several OSDs on a disk pay off where a single one can not keep it busy, which is NVMe. On other \
        disks they wait for each other, and one lost disk is several lost OSDs.""",
    remedy = "Make one OSD on each such disk.",
    sources = {
      "ceph: doc/start/hardware-recommendations.rst",
      "pve-manager: PVE/API2/Ceph/OSD.pm, osds-per-device"
    },
    since = "0.1")
final class SeveralOsdsOnDisk implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      BlockDevices devices = BlockDevices.of(node);
      for (Osd osd : node.osds()) {
        if (osd.osdsPerDevice().orElse(1) > 1) {
          check(node, osd, devices.disk(osd.device()).map(Disk::diskKind), findings);
        }
      }
    }
  }

  private static void check(Node node, Osd osd, Optional<DiskKind> kind, Findings findings) {
    PlanPath path = node.path().child("osd", osd.device());
    findings.looksAt(path);
    if (kind.isEmpty()) {
      findings.undecided(path, "kind of " + osd.device() + " of " + node.name());
    } else if (kind.get() != DiskKind.NVME) {
      findings
          .on(path)
          .says(
              "%d OSDs share %s of %s, which is of kind %s",
              osd.osdsPerDevice().orElse(1), osd.device(), node.name(), kind.get())
          .because("osdsPerDevice", osd.osdsPerDevice().orElse(1))
          .because("kind", kind.get())
          .declaredAt(osd.declaredAt().or(node::declaredAt));
    }
  }
}
