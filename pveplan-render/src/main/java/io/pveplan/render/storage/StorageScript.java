package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The script of a step: one guarded {@code pvesm} command for each storage. */
final class StorageScript {

  private final ResolvedPlan plan;
  private final boolean onNodeWithAll;

  private StorageScript(ResolvedPlan plan, boolean onNodeWithAll) {
    this.plan = plan;
    this.onNodeWithAll = onNodeWithAll;
  }

  static String of(ResolvedPlan plan, Step step, List<StorageEntry> entries) {
    List<Storage> storages = entries.stream().map(StorageEntry::storage).toList();
    StorageScript writer =
        new StorageScript(plan, !CommonNodes.of(plan, storages).isEmpty());
    ShellScript script = ShellScript.of(
        title(step, storages), "Runs on one node. A storage that is there stays as it is.");
    boolean byProduct = storages.stream().anyMatch(VolumeGroup::madeByProduct);
    if (byProduct || storages.stream().anyMatch(it -> VolumeGroup.madeByScript(plan, it))) {
      script = script.define(VolumeGroup.BLANK);
    }
    if (byProduct) {
      script = script.define(VolumeGroup.FREE_FOR);
    }
    for (StorageEntry entry : entries) {
      if (VolumeGroup.madeByScript(plan, entry.storage())) {
        script = VolumeGroup.make(plan, (LvmStorage) entry.storage(), script);
      }
      script = writer.add(script.step("storage " + entry.storage().id()), entry);
    }
    return script.text();
  }

  private ShellScript add(ShellScript script, StorageEntry entry) {
    Storage storage = entry.storage();
    StorageOptions options = StorageOptions.of(plan, storage);
    Command present =
        Command.of("pvesh", "get", "/storage/" + storage.id()).flag("--output-format", "json");
    return switch (entry.way()) {
      case INSTALLED, MADE_BY_CEPH -> script;
      case CHANGED -> script.run(options.set());
      case CHANGED_AFTER_CEPH ->
        script.ensure(present, List.of(options.add()), List.of(options.set()));
      case ADDED -> add(script, storage, present, options.add());
    };
  }

  private static String title(Step step, List<Storage> storages) {
    boolean few = storages.stream()
        .allMatch(it -> it instanceof DirStorage
            || it instanceof NfsStorage
            || it instanceof RbdStorage
            || it instanceof IscsiStorage
            || it instanceof LvmStorage);
    return switch (step) {
      case ZFS_STORAGE -> "Storages on local ZFS.";
      case SHARED_STORAGE ->
        few
            ? "Directory, NFS and RBD storages."
            : "Directories, shares of servers, RBD and import sources.";
      case ISCSI_STORAGE ->
        few ? "iSCSI targets and LVM storages." : "iSCSI targets, LVM and thin LVM storages.";
      default -> "Storages on Proxmox Backup Server.";
    };
  }

  private ShellScript add(ShellScript script, Storage storage, Command present, Command add) {
    Optional<Password> password = Password.of(storage);
    if (password.isPresent()) {
      return script
          .comment(password.get().comment())
          .unless(present, password.get().add(add));
    }
    if (storage instanceof LvmStorage lvm && lvm.base().isPresent()) {
      return script
          .comment("Makes the volume group " + lvm.vgname() + " on that LUN if nothing is on it.")
          .unless(present, VolumeGroup.freeFor(lvm), add);
    }
    // pvesm adds a volume group that is not there without a word.
    if (storage instanceof LvmStorage lvm && onNodeWithAll) {
      Command group = Command.of("vgs", "--noheadings", "-o", "vg_name").arg(lvm.vgname());
      return script
          .comment("Ends here if the volume group " + lvm.vgname() + " is not there.")
          .unless(present, group, add);
    }
    if (storage instanceof LvmThinStorage thin && onNodeWithAll) {
      String pool = thin.vgname() + "/" + thin.thinPool();
      return script
          .comment("Ends here if the thin pool " + pool + " is not there.")
          .unless(present, Command.of("lvs", "--noheadings", "-o", "lv_name").arg(pool), add);
    }
    if (storage instanceof IscsiStorage iscsi && iscsi.portals().size() > 1) {
      String others =
          iscsi.portals().stream().skip(1).map(Portal::toString).collect(Collectors.joining(", "));
      return script
          .comment("open-iscsi learns of the other portals from the target: " + others + ".")
          .unless(present, add);
    }
    return script.unless(present, add);
  }
}
