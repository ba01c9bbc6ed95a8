package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports system disks that the installer refuses for their layout: too few, or unequal ones. */
@RuleInfo(
    id = "NODE-019",
    severity = Severity.ERROR,
    summary = "The installer refuses the system disks for their layout",
    why = """
        The installer stops before it has written anything: a mirror takes two disks, raid10 four \
        and, on ZFS, an even number, raidz-1 to raidz-3 three to five; ZFS disks that hold the \
        same may differ by a tenth in size.""",
    remedy = "Add or exchange disks, or take another layout.",
    sources = "pve-installer: Proxmox/Install.pm, get_zfs_raid_setup, zfs_mirror_size_check",
    since = "0.1")
final class SystemDiskSet implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      Optional<SystemDisks> system = node.hardware().flatMap(Hardware::systemDisks);
      if (system.isPresent() && system.get().raid().isPresent()) {
        check(node, system.get(), system.get().raid().get(), findings);
      }
    }
  }

  private static void check(Node node, SystemDisks system, SystemRaid raid, Findings findings) {
    findings.looksAt(node.path());
    List<Disk> disks = system.disks();
    if (disks.isEmpty()) {
      findings.undecided(node.path(), "disks that the filters find on " + node.name());
      return;
    }
    boolean zfs = system.filesystem() == SystemFilesystem.ZFS;
    if (disks.size() < least(raid)) {
      says(node, system, findings, "takes %d disks or more, not %d", least(raid), disks.size());
    } else if (zfs && raid == SystemRaid.RAID10 && disks.size() % 2 != 0) {
      says(node, system, findings, "takes an even number of disks, not %d", disks.size());
    } else if (zfs) {
      unequal(disks, raid)
          .ifPresent(other -> says(
              node,
              system,
              findings,
              "takes disks of one size, and %s has %s",
              other.device(),
              other.size()));
    }
  }

  private static int least(SystemRaid raid) {
    return switch (raid) {
      case RAID0 -> 1;
      case RAID1 -> 2;
      case RAID10, RAIDZ2 -> 4;
      case RAIDZ1 -> 3;
      case RAIDZ3 -> 5;
    };
  }

  // The installer takes the disks in the order of their names, which is that of a usual plan; only
  // the pairs of raid10 depend on it.
  private static Optional<Disk> unequal(List<Disk> disks, SystemRaid raid) {
    if (raid == SystemRaid.RAID0) {
      return Optional.empty();
    }
    for (int i = 1; i < disks.size(); i++) {
      boolean second = i % 2 == 1;
      if (raid != SystemRaid.RAID10 || second) {
        Disk expected = disks.get(raid == SystemRaid.RAID10 ? i - 1 : 0);
        long differs = Math.abs(expected.size().bytes() - disks.get(i).size().bytes());
        if (differs > expected.size().bytes() / 10) {
          return Optional.of(disks.get(i));
        }
      }
    }
    return Optional.empty();
  }

  private static void says(
      Node node, SystemDisks system, Findings findings, String fault, Object... words) {
    String layout = system.raid().map(SystemRaid::text).orElse("");
    findings
        .on(node.path())
        .says(
            "%s",
            "the installer makes no " + layout + " on " + node.name() + ": it "
                + String.format(Locale.ROOT, fault, words))
        .because("layout", layout)
        .declaredAt(system.declaredAt().or(node::declaredAt));
  }
}
