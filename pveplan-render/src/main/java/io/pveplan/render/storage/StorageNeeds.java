package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What has to be ready where storages are added, since Proxmox VE activates each and refuses one with
 * which that fails (pve-storage, src/PVE/API2/Storage/Config.pm), whether a script adds it or
 * Terraform.
 *
 * <pre>{@code
 * StorageNeeds.checks(storages);  // [zfs list -H -o name tank/vm]
 * StorageNeeds.ofTerraform(plan, storages, it -> Optional.empty());
 *     // [a value to fill in ..: the fingerprint of backups ..]
 * }</pre>
 *
 * @since 0.1
 */
public final class StorageNeeds {

  private final ResolvedPlan plan;
  private final boolean byScript;

  private StorageNeeds(ResolvedPlan plan, boolean byScript) {
    this.plan = plan;
    this.byScript = byScript;
  }

  /** What a script needs, as phrases. */
  static List<String> ofScript(ResolvedPlan plan, List<Storage> storages) {
    return new StorageNeeds(plan, true)
        .of(storages, storage -> Password.of(storage).map(Password::needed));
  }

  /**
   * What Terraform needs, as phrases.
   *
   * @param plan the plan of the storages
   * @param storages those that Terraform makes
   * @param password what tells of the password of a storage, if it has one
   */
  public static List<String> ofTerraform(
      ResolvedPlan plan, List<Storage> storages, Function<Storage, Optional<String>> password) {
    return new StorageNeeds(plan, false).of(storages, password);
  }

  /** Commands that succeed on each node that has the storages, or show what to compare, each once. */
  public static List<String> checks(List<Storage> storages) {
    Set<String> checks = new LinkedHashSet<>();
    storages.forEach(storage -> checks.addAll(checks(storage)));
    return List.copyOf(checks);
  }

  private List<String> of(List<Storage> storages, Function<Storage, Optional<String>> password) {
    List<String> needs = new ArrayList<>();
    storages.forEach(
        storage -> password.apply(storage).or(() -> needed(storage)).ifPresent(needs::add));
    fingerprintsToFillIn(storages).ifPresent(needs::add);
    return needs;
  }

  private Optional<String> needed(Storage storage) {
    if (storage instanceof LvmThinStorage thin) {
      return Optional.of("the thin pool " + thin.vgname() + "/" + thin.thinPool()
          + " is there on each node of " + thin.id());
    }
    if (storage instanceof ZfsOverIscsiStorage zfs) {
      return Optional.of(
          "root of the nodes logs in to " + zfs.server() + " as root with the key " + keyOf(zfs));
    }
    if (storage instanceof LvmStorage lvm) {
      return Optional.of(byScript ? VolumeGroup.needed(plan, lvm) : VolumeGroup.byHand(lvm));
    }
    if (storage instanceof RbdStorage || storage instanceof CephFsStorage) {
      return CephKeyring.needed(storage);
    }
    if (storage instanceof DirStorage dir && dir.shared()) {
      return Optional.of("the file system that lies under " + dir.directory()
          + " is one and the same on each node: findmnt shows it and fails for none, so look that"
          + " it is not the node's own");
    }
    return storage instanceof IscsiStorage iscsi
            && plan.luns().multipath(iscsi)
            && iscsi.luns().stream().allMatch(lun -> lun.wwid().isEmpty())
        ? Optional.of("multipath is set up by hand on each node of "
            + iscsi.id()
            + ": the plan does not know the WWID of a LUN")
        : Optional.empty();
  }

  private static List<String> checks(Storage storage) {
    if (storage instanceof ZfsPoolStorage zfs) {
      return text(Command.of("zfs", "list", "-H", "-o", "name").arg(zfs.pool()));
    }
    if (storage instanceof NfsStorage nfs) {
      return List.of(NfsAnswer.check(nfs));
    }
    if (storage instanceof DirStorage dir) {
      // pvesm makes a directory that is not there, also where a mount is missing. The plan does not
      // say which directory is the mount point, so only somebody who looks can tell.
      return dir.shared()
          ? text(Command.of("findmnt", "--noheadings", "--output", "TARGET,SOURCE,FSTYPE")
              .flag("--target", dir.directory()))
          : List.of();
    }
    if (storage instanceof RbdStorage rbd) {
      return rbd.monitors().isEmpty()
          ? text(Command.of("pveceph", "pool", "get").arg(rbd.pool()))
          : List.of();
    }
    if (storage instanceof CephFsStorage fs) {
      return fs.monitors().isEmpty() ? text(Command.of("ceph", "fs", "status")) : List.of();
    }
    if (storage instanceof IscsiStorage iscsi) {
      return iscsi.portals().stream()
          .map(portal ->
              Command.of("pvesm", "scan", "iscsi").arg(portal.toString()).text())
          .toList();
    }
    if (storage instanceof LvmStorage lvm) {
      // A shared one may lie on a LUN that is only there once the script has run.
      return lvm.shared() ? List.of() : text(Command.of("vgs").arg(lvm.vgname()));
    }
    return storage instanceof PbsStorage pbs ? List.of(fingerprint(pbs)) : furtherChecks(storage);
  }

  private static List<String> furtherChecks(Storage storage) {
    if (storage instanceof CifsStorage cifs) {
      Command scan = Command.of("pvesm", "scan", "cifs").arg(cifs.server());
      return text(cifs.username()
          .map(user -> cifs.domain()
              .map(domain -> scan.flag("--domain", domain))
              .orElse(scan)
              .flag("--username", user)
              .flag("--password", ""))
          .orElse(scan));
    }
    if (storage instanceof BtrfsStorage btrfs) {
      return text(Command.of("findmnt", "--types", "btrfs").flag("--target", btrfs.directory()));
    }
    if (storage instanceof LvmThinStorage thin) {
      return text(Command.of("lvs").arg(thin.vgname() + "/" + thin.thinPool()));
    }
    if (storage instanceof IscsiDirectStorage direct) {
      return text(Command.of("iscsi-ls").arg("iscsi://" + direct.portal()));
    }
    if (storage instanceof ZfsOverIscsiStorage zfs) {
      return text(Command.of("ssh")
          .flag("-i", keyOf(zfs))
          .arg("root@" + zfs.server())
          .arg("zfs")
          .arg("list")
          .arg(zfs.pool()));
    }
    return storage instanceof EsxiStorage esxi
        ? text(Command.of("curl", "--head")
            .arg("https://"
                + (esxi.server().contains(":") ? "[" + esxi.server() + "]" : esxi.server())))
        : List.of();
  }

  // pve-storage, src/PVE/Storage/ZFSPlugin.pm, zfs_request
  private static String keyOf(ZfsOverIscsiStorage storage) {
    return "/etc/pve/priv/zfs/" + storage.server() + "_id_rsa";
  }

  private static Optional<String> fingerprintsToFillIn(List<Storage> storages) {
    List<String> without = storages.stream()
        .filter(it -> it instanceof PbsStorage pbs && pbs.fingerprint().isEmpty())
        .map(Storage::id)
        .toList();
    return without.isEmpty()
        ? Optional.empty()
        : Optional.of("a value to fill in, in the plan and then rendered anew, unless the nodes"
            + " trust the certificate of the server: the fingerprint of "
            + String.join(", ", without)
            + ", as the check before shows it and the server itself too");
  }

  // Shows that the server answers, and the fingerprint to compare. pvesm scan pbs takes
  // the password on its command line only.
  private static String fingerprint(PbsStorage storage) {
    String host = storage.server().contains(":") ? "[" + storage.server() + "]" : storage.server();
    return Command.of("openssl", "s_client").flag("-connect", host + ":8007")
        + " </dev/null 2>/dev/null | "
        + Command.of("openssl", "x509", "-noout", "-fingerprint", "-sha256");
  }

  private static List<String> text(Command command) {
    return List.of(command.text());
  }
}
