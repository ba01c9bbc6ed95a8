package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports a pool that writes smaller sectors than a disk of it has. A disk that says nothing of its
 * sectors is taken for one of 4 KiB or less. */
@RuleInfo(
    id = "LOC-017",
    severity = Severity.WARNING,
    summary = "A pool writes smaller sectors than its disks have",
    why = """
        Each write that is smaller than a sector makes the disk read the sector and write it back. The \
        sector size of a pool can not be changed later, nor can a disk with larger ones replace another.""",
    remedy = "Set ashift to 12, or to 13 for disks with sectors of 8 KiB.",
    sources = "pve-docs: local-zfs.adoc, Create a new zpool",
    since = "0.1")
final class AshiftTooSmall implements Rule {

  private static final int USUAL_ASHIFT = 12;
  private static final DataSize USUAL_SECTOR = DataSize.kib(4);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (ZfsPool pool : node.zfsPools()) {
        PlanPath subject = node.path().child(pool.name());
        findings.looksAt(subject);
        DataSize written = DataSize.bytes(1L << pool.ashift().orElse(USUAL_ASHIFT));
        SortedMap<String, DataSize> larger = new TreeMap<>();
        for (String device : pool.allDevices()) {
          Optional<DataSize> sector =
              plan.localPools().disk(node.name(), device).flatMap(Disk::sectorSize);
          if (sector.isEmpty() && written.compareTo(USUAL_SECTOR) < 0) {
            findings.undecided(subject, "sector size of " + device + " of " + node.name());
          }
          sector
              .filter(size -> size.compareTo(written) > 0)
              .ifPresent(size -> larger.put(device, size));
        }
        if (!larger.isEmpty()) {
          report(subject, node, pool, written, larger, findings);
        }
      }
    }
  }

  private static void report(
      PlanPath subject,
      Node node,
      ZfsPool pool,
      DataSize written,
      SortedMap<String, DataSize> larger,
      Findings findings) {
    findings
        .on(subject)
        .says(
            "pool %s of %s writes sectors of %s, and has disks with larger ones: %s",
            pool.name(),
            node.name(),
            written,
            String.join(
                ", ",
                larger.entrySet().stream()
                    .map(each -> each.getKey() + " (" + each.getValue() + ")")
                    .toList()))
        .because("sector", written.toString())
        .because("disks", List.copyOf(larger.keySet()))
        .declaredAt(pool.declaredAt());
  }
}
