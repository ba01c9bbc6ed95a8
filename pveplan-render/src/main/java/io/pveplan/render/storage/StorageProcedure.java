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
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the script of a step is used. */
final class StorageProcedure {

  private StorageProcedure() {}

  static Procedure of(ResolvedPlan plan, Step step, List<StorageEntry> entries) {
    List<Storage> storages = entries.stream().map(StorageEntry::storage).toList();
    Set<String> before = new LinkedHashSet<>();
    storages.forEach(storage -> before.addAll(checks(storage)));
    Procedure procedure = Procedure.repeatable()
        .needs(needs(plan, step, storages))
        .checkAfter(after(plan, storages))
        .undo(undo(entries));
    return before.isEmpty() ? procedure : procedure.checkBefore(String.join("\n", before));
  }

  private static String needs(ResolvedPlan plan, Step step, List<Storage> storages) {
    List<String> needs = new ArrayList<>();
    needs.add(
        step == Step.BACKUP_SERVER
            ? "datastores, namespaces and users are there"
            : "the check before succeeds on each node that has the storage");
    storages.forEach(storage -> needed(plan, storage).ifPresent(needs::add));
    fingerprintsToFillIn(storages).ifPresent(needs::add);
    needs.add(where(plan, storages));
    return String.join("; ", needs);
  }

  private static Optional<String> needed(ResolvedPlan plan, Storage storage) {
    Optional<Password> password = Password.of(storage);
    if (password.isPresent()) {
      return password.map(Password::needed);
    }
    if (storage instanceof LvmThinStorage thin) {
      return Optional.of("the thin pool " + thin.vgname() + "/" + thin.thinPool()
          + " is there on each node of " + thin.id());
    }
    if (storage instanceof ZfsOverIscsiStorage zfs) {
      return Optional.of(
          "root of the nodes logs in to " + zfs.server() + " as root with the key " + keyOf(zfs));
    }
    if (storage instanceof LvmStorage lvm) {
      return Optional.of(VolumeGroup.needed(plan, lvm));
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

  // pvesm activates a storage it adds, but only where the node has it (pve-storage,
  // src/PVE/API2/Storage/Config.pm).
  private static String where(ResolvedPlan plan, List<Storage> storages) {
    List<String> nodes = CommonNodes.of(plan, storages);
    if (nodes.size() == plan.nodes().size()) {
      return "it runs on any node";
    }
    return nodes.isEmpty()
        ? "no node has all of these storages, and one that the node does not have is added untested"
        : "it runs on a node that has all of these storages: " + String.join(", ", nodes);
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

  // Shows that the server answers, and the fingerprint to compare. pvesm scan pbs has no way to
  // take
  // the password but on its command line.
  private static String fingerprint(PbsStorage storage) {
    String host = storage.server().contains(":") ? "[" + storage.server() + "]" : storage.server();
    return Command.of("openssl", "s_client").flag("-connect", host + ":8007")
        + " </dev/null 2>/dev/null | "
        + Command.of("openssl", "x509", "-noout", "-fingerprint", "-sha256");
  }

  private static List<String> text(Command command) {
    return List.of(command.text());
  }

  private static String after(ResolvedPlan plan, List<Storage> storages) {
    List<String> commands = new ArrayList<>(text(Command.of("pvesm", "status")));
    if (storages.stream().anyMatch(IscsiStorage.class::isInstance)) {
      commands.add(Command.of("iscsiadm", "--mode", "session").text());
    }
    if (storages.stream()
        .anyMatch(it -> it instanceof IscsiStorage iscsi && plan.luns().multipath(iscsi))) {
      commands.add(Command.of("multipath", "-ll").text());
    }
    List<String> groups = storages.stream()
        .filter(it -> it instanceof LvmStorage lvm && !plan.luns().below(lvm).isEmpty())
        .map(it -> ((LvmStorage) it).vgname())
        .distinct()
        .toList();
    if (!groups.isEmpty()) {
      commands.add("# on each node, also those that it did not run on:");
      commands.add(Command.of("pvscan", "--cache").text());
      groups.forEach(group ->
          commands.add(Command.of("vgs", "-o", "vg_name,pv_name").arg(group).text()));
    }
    return String.join("\n", commands);
  }

  private static String undo(List<StorageEntry> entries) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (StorageEntry entry : entries) {
      boolean add = entry.way() == StorageEntry.Way.ADDED;
      (add ? added : changed).add(entry.storage().id());
    }
    // What lies on another storage goes first.
    Collections.reverse(added);
    List<String> ways = new ArrayList<>();
    if (!added.isEmpty()) {
      String order = added.size() > 1 ? ", in this order" : "";
      ways.add("pvesm remove for " + String.join(", ", added) + order + "; what lies there stays");
    }
    if (!changed.isEmpty()) {
      ways.add("pvesm set with the old values for " + String.join(", ", changed));
    }
    return String.join("; ", ways);
  }
}
