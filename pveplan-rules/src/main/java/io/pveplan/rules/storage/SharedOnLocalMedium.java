package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports a directory or a volume group that is marked as shared and lies on a disk of each node.
 *
 * <p>What a node has of its own: the directory of storage local, the pools that the plan makes there,
 * and volume group pve of the installer. Below a mount of another storage is what that one is. Of any
 * other place nobody knows what it lies on.
 */
@RuleInfo(
    id = "LOC-008",
    severity = Severity.ERROR,
    summary = "A storage is marked as shared and lies on disks of the nodes",
    why = """
        The mark copies nothing. Migration and HA move a guest without its disks, since they take \
        them to be there already, and the guest does not start.""",
    remedy = "Leave the mark out, and replicate the guests or put them on a shared storage.",
    sources = {
      "pve-docs: pvesm.adoc, Common Storage Properties, shared",
      "pve-installer: Proxmox/Install.pm, create_lvm_volumes",
      "qemu-server: src/PVE/QemuMigrate.pm, scan_local_volumes"
    },
    since = "0.1")
final class SharedOnLocalMedium implements Rule {

  // pve-installer, Proxmox/Install.pm: the volume group of ext4 and XFS.
  private static final String SYSTEM_GROUP = "pve";
  private static final String SYSTEM_DIRECTORY = "/var/lib/vz";
  private static final String MOUNTS = "/mnt/pve";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      boolean several = plan.reach().nodesOf(storage.id()).size() > 1;
      if (several && storage instanceof DirStorage dir && dir.shared()) {
        check(dir, plan, findings);
      } else if (several && storage instanceof LvmStorage lvm && lvm.shared()) {
        check(lvm, plan, findings);
      }
    }
  }

  private static void check(DirStorage dir, ResolvedPlan plan, Findings findings) {
    findings.looksAt(dir.path());
    Optional<String> local = Stream.concat(
            Stream.of(SYSTEM_DIRECTORY),
            nodes(dir, plan).flatMap(node -> node.zfsPools().stream()).map(it -> "/" + it.name()))
        .filter(place -> within(dir.directory(), place))
        .findFirst();
    if (local.isPresent()) {
      report(dir, dir.directory() + " lies in " + local.get() + " of each node", findings);
    } else if (!within(dir.directory(), MOUNTS)) {
      findings.undecided(dir.path(), "what is mounted at " + dir.directory());
    }
  }

  private static void check(LvmStorage lvm, ResolvedPlan plan, Findings findings) {
    findings.looksAt(lvm.path());
    boolean local = lvm.vgname().equals(SYSTEM_GROUP)
        && nodes(lvm, plan).anyMatch(SharedOnLocalMedium::installedOnLvm);
    if (local) {
      report(lvm, "volume group pve is on the system disks of each node", findings);
    }
  }

  private static Stream<Node> nodes(Storage storage, ResolvedPlan plan) {
    return plan.reach().nodesOf(storage.id()).stream().flatMap(name -> plan.node(name).stream());
  }

  private static boolean installedOnLvm(Node node) {
    return node.hardware()
        .flatMap(Hardware::systemDisks)
        .map(SystemDisks::filesystem)
        .filter(it -> it == SystemFilesystem.EXT4 || it == SystemFilesystem.XFS)
        .isPresent();
  }

  private static boolean within(String directory, String place) {
    return directory.equals(place) || directory.startsWith(place + "/");
  }

  private static void report(Storage storage, String where, Findings findings) {
    findings
        .on(storage.path())
        .says("storage %s is marked as shared, and %s", storage.id(), where)
        .because("type", storage.type())
        .declaredAt(storage.declaredAt());
  }
}
