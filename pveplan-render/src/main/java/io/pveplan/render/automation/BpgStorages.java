package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Retention;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.BackupStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.FileStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Preallocation;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import io.pveplan.render.storage.StorageNeeds;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The storages that Terraform makes. */
final class BpgStorages {

  private final ResolvedPlan plan;
  private final BpgTypes types;

  BpgStorages(ResolvedPlan plan, BpgTypes types) {
    this.plan = plan;
    this.types = types;
  }

  List<BpgResource> resources(TerraformShare share) {
    return taken(plan, share).stream()
        .map(storage -> BpgResource.of(
            topic(storage), step(storage), storage.path(), block(storage), storage.id()))
        .toList();
  }

  /** A variable for each password. */
  List<HclBlock> variables(TerraformShare share) {
    return taken(plan, share).stream()
        .filter(BpgStorages::secret)
        .map(it -> ModuleFiles.secret(variable(it), "Password for storage " + it.id() + "."))
        .toList();
  }

  static List<Storage> taken(ResolvedPlan plan, TerraformShare share) {
    return plan.storages().stream().filter(it -> share.takes(it.path())).toList();
  }

  private HclBlock block(Storage storage) {
    HclBlock block = common(storage);
    if (storage instanceof DirStorage dir) {
      block = block.set("path", dir.directory()).set("shared", dir.shared());
    } else if (storage instanceof NfsStorage nfs) {
      block = block.set("server", nfs.server()).set("export", nfs.export());
      block = nfs.mountOptions().isEmpty()
          ? block
          : block.set("options", String.join(",", nfs.mountOptions()));
      block = chain(block, nfs);
    } else if (storage instanceof CifsStorage cifs) {
      block = chain(cifs(block, cifs), cifs);
    } else if (storage instanceof PbsStorage pbs) {
      block = block
          .set("server", pbs.server())
          .set("datastore", pbs.datastore())
          .set("namespace", pbs.namespace())
          .set("username", pbs.username())
          .set("password", HclValue.reference("var", variable(pbs)))
          .set("fingerprint", pbs.fingerprint());
    } else if (storage instanceof LvmStorage lvm) {
      block = block.set("volume_group", lvm.vgname()).set("shared", lvm.shared());
    } else if (storage instanceof LvmThinStorage thin) {
      block = block.set("volume_group", thin.vgname()).set("thin_pool", thin.thinPool());
    } else if (storage instanceof ZfsPoolStorage zfs) {
      block = block
          .set("zfs_pool", zfs.pool())
          .set("thin_provision", zfs.sparse())
          .set("blocksize", zfs.blocksize().map(BpgStorages::blocksize));
    }
    if (storage instanceof FileStorage files) {
      block = block.set("preallocation", files.preallocation().map(Preallocation::text));
    }
    block = storage instanceof BackupStorage backups ? backups(block, backups) : block;
    return secret(storage) ? kept(block, storage) : block;
  }

  // The provider never reads a password, and makes a storage anew for another one, also where an
  // import has none. What Proxmox VE deletes with a backup server is its encryption key, whatever
  // it
  // is deleted for (provider, fwprovider/storage/resource_pbs.go; pve-storage,
  // src/PVE/Storage/PBSPlugin.pm, on_delete_hook).
  private static HclBlock kept(HclBlock block, Storage storage) {
    HclBlock lifecycle = HclBlock.of("lifecycle");
    if (storage instanceof PbsStorage) {
      lifecycle = lifecycle.set("prevent_destroy", true);
    }
    return block.block(
        lifecycle.set("ignore_changes", HclValue.list(HclValue.reference("password"))));
  }

  private static boolean secret(Storage storage) {
    return storage instanceof PbsStorage || storage instanceof CifsStorage;
  }

  private HclBlock common(Storage storage) {
    HclBlock block = HclBlock.of(
            "resource", types.of("storage_" + type(storage)), Identifiers.of(storage.id()))
        .set("id", storage.id())
        // Filled in by the product where it is not said, and then a difference in the next plan.
        .set(
            "content",
            HclValue.texts(
                plan.reach().content(storage).stream().map(Object::toString).toList()));
    List<String> nodes = nodes(storage);
    if (!nodes.isEmpty()) {
      block = block.set("nodes", HclValue.texts(nodes));
    }
    return storage.disabled() ? block.set("disable", true) : block;
  }

  // A node that joins later does not bring a local pool along.
  private List<String> nodes(Storage storage) {
    if (storage.nodes().isEmpty() && storage instanceof ZfsPoolStorage) {
      return plan.nodes().stream().map(Node::name).sorted().toList();
    }
    return List.copyOf(storage.nodes());
  }

  private static HclBlock cifs(HclBlock block, CifsStorage cifs) {
    return block
        .set("server", cifs.server())
        .set("share", cifs.share())
        .set("username", cifs.username())
        .set("password", HclValue.reference("var", variable(cifs)))
        .set("domain", cifs.domain())
        .set("subdirectory", cifs.subdir())
        .set("options", cifs.options());
  }

  private static HclBlock chain(HclBlock block, FileStorage files) {
    return files.snapshotAsVolumeChain() ? block.set("snapshot_as_volume_chain", true) : block;
  }

  private static HclBlock backups(HclBlock head, BackupStorage storage) {
    if (storage.pruneBackups().isEmpty() && storage.maxProtectedBackups().isEmpty()) {
      return head;
    }
    HclBlock block = HclBlock.of("backups");
    if (storage.pruneBackups().isPresent()) {
      Retention kept = storage.pruneBackups().get();
      block = keep(block, "last", kept.keepLast());
      block = keep(block, "hourly", kept.keepHourly());
      block = keep(block, "daily", kept.keepDaily());
      block = keep(block, "weekly", kept.keepWeekly());
      block = keep(block, "monthly", kept.keepMonthly());
      block = keep(block, "yearly", kept.keepYearly());
    }
    if (storage.maxProtectedBackups().isPresent()) {
      block = block.set("max_protected_backups", storage.maxProtectedBackups().getAsInt());
    }
    return head.block(block);
  }

  private static HclBlock keep(HclBlock block, String interval, OptionalInt count) {
    return count.isPresent() ? block.set("keep_" + interval, count.getAsInt()) : block;
  }

  private static String variable(Storage storage) {
    return "password_of_" + Identifiers.ofVariable(storage.id());
  }

  private static String type(Storage storage) {
    return storage instanceof DirStorage ? "directory" : storage.type();
  }

  private static Step step(Storage storage) {
    if (storage instanceof ZfsPoolStorage) {
      return Step.ZFS_STORAGE;
    }
    if (storage instanceof PbsStorage) {
      return Step.BACKUP_SERVER;
    }
    return storage instanceof LvmStorage || storage instanceof LvmThinStorage
        ? Step.ISCSI_STORAGE
        : Step.SHARED_STORAGE;
  }

  private static String topic(Storage storage) {
    return switch (step(storage)) {
      case ZFS_STORAGE -> "zfs_storages";
      case BACKUP_SERVER -> "backup_storages";
      case ISCSI_STORAGE -> "lvm_storages";
      default -> "shared_storages";
    };
  }

  // A number with k or m behind it (pve-storage, src/PVE/Storage/ZFSPoolPlugin.pm).
  private static String blocksize(DataSize size) {
    long kib = size.bytes() / 1024;
    if (kib == 0) {
      return Long.toString(size.bytes());
    }
    return kib % 1024 == 0 ? kib / 1024 + "m" : kib + "k";
  }

  /** What the storages need, as phrases. */
  static List<String> needs(ResolvedPlan plan, TerraformShare share) {
    List<Storage> taken = taken(plan, share);
    List<String> needs = new ArrayList<>();
    if (!taken.stream().allMatch(PbsStorage.class::isInstance)) {
      needs.add("pools, volume groups, directories and servers of the storages are there");
    }
    if (taken.stream().anyMatch(PbsStorage.class::isInstance)) {
      needs.add("datastores, namespaces and users of the backup servers are there");
    }
    needs.addAll(StorageNeeds.ofTerraform(plan, taken, BpgStorages::password));
    return needs;
  }

  /** Commands for nodes that show whether it is there. */
  static List<String> checks(ResolvedPlan plan, TerraformShare share) {
    return StorageNeeds.checks(taken(plan, share));
  }

  private static Optional<String> password(Storage storage) {
    Optional<String> user = storage instanceof PbsStorage pbs
        ? Optional.of(pbs.username())
        : storage instanceof CifsStorage cifs ? cifs.username() : Optional.empty();
    return user.map(it -> "TF_VAR_" + variable(storage) + " holds the password of " + it);
  }
}
