package io.pveplan.render.storage;

import static io.pveplan.render.storage.StorageEntry.Way.CHANGED_AFTER_CEPH;
import static io.pveplan.render.storage.StorageEntry.Way.MADE_BY_CEPH;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.BackupStorage;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.FileStorage;
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
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Section;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The options of a storage as {@code pvesm} takes them, in the order of storage.cfg: {@code disable},
 * the required ones by name, the others by name (pve-common, src/PVE/SectionConfig.pm, write_config;
 * which are required: the options of each plugin in pve-storage, src/PVE/Storage).
 */
final class StorageOptions {

  private static final String VOLUME_CHAIN = "snapshot-as-volume-chain";

  private final Storage storage;
  private final SortedMap<String, String> required = new TreeMap<>();
  private final SortedMap<String, String> optional = new TreeMap<>();

  private StorageOptions(ResolvedPlan plan, Storage storage) {
    this.storage = storage;
    if (!storage.content().isEmpty()) {
      optional.put("content", join(storage.content()));
    }
    if (!storage.nodes().isEmpty()) {
      optional.put("nodes", join(storage.nodes()));
    }
    if (storage instanceof FileStorage files) {
      files.format().ifPresent(format -> optional.put("format", format.text()));
      files.preallocation().ifPresent(it -> optional.put("preallocation", it.text()));
      set(VOLUME_CHAIN, files.snapshotAsVolumeChain());
    }
    if (storage instanceof BackupStorage backups) {
      backups.pruneBackups().ifPresent(it -> optional.put("prune-backups", Pruning.of(it)));
      backups
          .maxProtectedBackups()
          .ifPresent(it -> optional.put("max-protected-backups", Integer.toString(it)));
    }
    if (storage instanceof DirStorage dir) {
      required.put("path", dir.directory());
      set("shared", dir.shared());
    } else if (storage instanceof NfsStorage nfs) {
      required.put("server", nfs.server());
      required.put("export", nfs.export());
      if (!nfs.mountOptions().isEmpty()) {
        optional.put("options", String.join(",", nfs.mountOptions()));
      }
    } else if (storage instanceof ZfsPoolStorage zfs) {
      zfs(plan, zfs);
    } else if (storage instanceof LvmStorage lvm) {
      required.put("vgname", lvm.vgname());
      lvm.base().ifPresent(base -> optional.put("base", base));
      set("shared", lvm.shared());
      set(VOLUME_CHAIN, lvm.snapshotAsVolumeChain());
    } else if (storage instanceof IscsiStorage iscsi) {
      required.put("portal", iscsi.portals().get(0).toString());
      required.put("target", iscsi.target());
    } else if (storage instanceof RbdStorage rbd) {
      optional.put("pool", rbd.pool());
      rbd.dataPool().ifPresent(pool -> optional.put("data-pool", pool));
      rbd.namespace().ifPresent(namespace -> optional.put("namespace", namespace));
      cluster(rbd.monitors(), rbd.username());
      set("krbd", rbd.krbd());
    } else if (storage instanceof CephFsStorage fs) {
      fs.fileSystem().ifPresent(name -> optional.put("fs-name", name));
      fs.subdir().ifPresent(path -> optional.put("subdir", path));
      cluster(fs.monitors(), fs.username());
      set("fuse", fs.fuse());
      fs.options().ifPresent(options -> optional.put("options", options));
    } else if (storage instanceof CifsStorage cifs) {
      cifs(cifs);
    } else if (storage instanceof BtrfsStorage btrfs) {
      required.put("path", btrfs.directory());
      set("nocow", btrfs.nocow());
      btrfs.preallocation().ifPresent(it -> optional.put("preallocation", it.text()));
    } else if (storage instanceof LvmThinStorage thin) {
      required.put("vgname", thin.vgname());
      required.put("thinpool", thin.thinPool());
    } else if (storage instanceof IscsiDirectStorage direct) {
      required.put("portal", direct.portal().toString());
      required.put("target", direct.target());
    } else if (storage instanceof ZfsOverIscsiStorage zfs) {
      zfsOverIscsi(zfs);
    } else if (storage instanceof EsxiStorage esxi) {
      required.put("server", esxi.server());
      required.put("username", esxi.username());
      set("skip-cert-verification", esxi.skipCertVerification());
    } else if (storage instanceof PbsStorage pbs) {
      required.put("server", pbs.server());
      required.put("datastore", pbs.datastore());
      optional.put("username", pbs.username());
      pbs.namespace().ifPresent(namespace -> optional.put("namespace", namespace));
      pbs.fingerprint().ifPresent(fingerprint -> optional.put("fingerprint", fingerprint));
    }
  }

  static StorageOptions of(ResolvedPlan plan, Storage storage) {
    return new StorageOptions(plan, storage);
  }

  /** The command that defines the storage; a password is not among its options. */
  Command add() {
    return flags(Command.of("pvesm", "add", storage.type()).arg(storage.id()), true)
        .option("--keyring", CephKeyring.of(storage));
  }

  /** The command that sets what can be changed of a storage that is there. */
  Command set() {
    return flags(Command.of("pvesm", "set").arg(storage.id()), false);
  }

  /** The section of storage.cfg that results when the storage comes about in some way. */
  Section section(ResolvedPlan plan, StorageEntry.Way way) {
    SortedMap<String, String> first = new TreeMap<>(required);
    SortedMap<String, String> then = new TreeMap<>(optional);
    // Filled in when the file is read, and written with the next change.
    then.putIfAbsent("content", join(plan.reach().content(storage)));
    if (storage instanceof NfsStorage
        || storage instanceof CifsStorage
        || storage instanceof CephFsStorage) {
      first.put("path", "/mnt/pve/" + storage.id());
    } else if (storage instanceof ZfsPoolStorage zfs) {
      // Read from the dataset; this is where ZFS mounts it unless told otherwise.
      then.put("mountpoint", "/" + zfs.pool());
    } else if (storage instanceof RbdStorage
        && (way == MADE_BY_CEPH || way == CHANGED_AFTER_CEPH)) {
      // pve-manager, PVE/API2/Ceph/Pool.pm, add_storage
      then.putIfAbsent("krbd", "0");
    }
    Section section = Section.of(storage.type(), storage.id());
    if (storage.disabled()) {
      section = section.flag("disable");
    }
    for (SortedMap<String, String> options : List.of(first, then)) {
      for (Map.Entry<String, String> option : options.entrySet()) {
        section = section.key(option.getKey(), option.getValue());
      }
    }
    return section;
  }

  private void cluster(List<String> monitors, Optional<String> username) {
    if (!monitors.isEmpty()) {
      optional.put("monhost", String.join(" ", monitors));
    }
    username.ifPresent(user -> optional.put("username", user));
  }

  private void cifs(CifsStorage cifs) {
    required.put("server", cifs.server());
    required.put("share", cifs.share());
    cifs.username().ifPresent(user -> optional.put("username", user));
    cifs.domain().ifPresent(domain -> optional.put("domain", domain));
    cifs.smbVersion().ifPresent(version -> optional.put("smbversion", version.text()));
    cifs.subdir().ifPresent(path -> optional.put("subdir", path));
    cifs.options().ifPresent(options -> optional.put("options", options));
  }

  private void zfsOverIscsi(ZfsOverIscsiStorage zfs) {
    required.put("portal", zfs.server());
    required.put("target", zfs.target());
    required.put("pool", zfs.pool());
    required.put("iscsiprovider", zfs.provider().text());
    required.put("blocksize", blocksize(zfs.blocksize()));
    set("sparse", zfs.sparse());
    zfs.lioTpg().ifPresent(tpg -> optional.put("lio_tpg", tpg));
  }

  private void zfs(ResolvedPlan plan, ZfsPoolStorage zfs) {
    required.put("pool", zfs.pool());
    set("sparse", zfs.sparse());
    zfs.blocksize().ifPresent(size -> optional.put("blocksize", blocksize(size)));
    if (zfs.nodes().isEmpty() && !plan.nodes().isEmpty()) {
      // A node that joins later does not bring the pool along.
      optional.put("nodes", join(plan.nodes().stream().map(Node::name).sorted().toList()));
    }
  }

  private void set(String option, boolean on) {
    if (on) {
      optional.put(option, "1");
    }
  }

  private Command flags(Command command, boolean withRequired) {
    Command all = command;
    if (withRequired) {
      for (Map.Entry<String, String> option : required.entrySet()) {
        all = all.flag("--" + option.getKey(), option.getValue());
      }
    }
    for (Map.Entry<String, String> option : optional.entrySet()) {
      all = all.flag("--" + option.getKey(), option.getValue());
    }
    return storage.disabled() ? all.flag("--disable", 1) : all;
  }

  // A number with k or m behind it (pve-storage, src/PVE/Storage/ZFSPoolPlugin.pm).
  private static String blocksize(DataSize size) {
    long kib = size.bytes() / 1024;
    if (kib == 0) {
      return Long.toString(size.bytes());
    }
    return kib % 1024 == 0 ? kib / 1024 + "m" : kib + "k";
  }

  private static String join(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
