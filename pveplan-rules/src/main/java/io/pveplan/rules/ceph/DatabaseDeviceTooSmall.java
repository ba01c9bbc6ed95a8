package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Reports a device that the databases and logs planned for it do not fit on. */
@RuleInfo(
    id = "CEPH-025",
    severity = Severity.ERROR,
    summary = "Databases and logs of OSDs do not fit on their device",
    why = """
        A database takes a tenth of its OSD and a log a hundredth where the plan names no size. pveceph osd \
        create makes the first ones, and ends where the free space does.""",
    remedy = "Use a larger device, another one for some OSDs, or name smaller sizes.",
    sources = {
      "pve-manager: PVE/API2/Ceph/OSD.pm, createosd (not enough free space)",
      "pve-docs: pveceph.adoc, Create OSDs",
      "lvm2: extents of 4 MiB, the first at 1 MiB (lvm.conf)"
    },
    since = "0.1")
final class DatabaseDeviceTooSmall implements Rule {

  private static final int OF_DATABASE = 10;
  private static final int OF_LOG = 100;
  private static final long EXTENT = 4L << 20;
  private static final long HEAD = 1L << 20;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      BlockDevices devices = BlockDevices.of(node);
      devices.shared().forEach((device, osds) -> check(node, device, osds, devices, findings));
    }
  }

  private static void check(
      Node node, String device, List<Osd> osds, BlockDevices devices, Findings findings) {
    PlanPath path = node.path().child(device);
    findings.looksAt(path);
    long wanted = 0;
    Optional<String> missing = Optional.empty();
    for (Osd osd : osds) {
      boolean database = osd.dbDevice().filter(device::equals).isPresent();
      Optional<DataSize> said = database ? osd.dbSize() : osd.walSize();
      Optional<Long> size = said.map(DataSize::bytes)
          .or(() ->
              devices.size(osd.device()).map(it -> it.bytes() / (database ? OF_DATABASE : OF_LOG)));
      if (size.isEmpty()) {
        missing = Optional.of("size of " + osd.device() + " of " + node.name());
      }
      wanted += (size.orElse(0L) + EXTENT - 1) / EXTENT * EXTENT;
    }
    Optional<DataSize> size = devices.size(device);
    if (size.isEmpty()) {
      findings.undecided(path, "size of " + device + " of " + node.name());
      return;
    }
    if (wanted > (size.get().bytes() - HEAD) / EXTENT * EXTENT) {
      findings
          .on(path)
          .says(
              "databases and logs of %d OSDs want %.1f GiB of %s of %s, which has %.1f GiB",
              osds.size(),
              (double) wanted / (1L << 30),
              device,
              node.name(),
              (double) size.get().bytes() / (1L << 30))
          .because("wantedBytes", wanted)
          .because("size", size.get())
          .declaredAt(osds.get(0).declaredAt().or(node::declaredAt));
    } else {
      missing.ifPresent(fact -> findings.undecided(path, fact));
    }
  }
}
