package io.pveplan.render.storage;

import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.render.Step;

/**
 * A storage that will exist, and how it comes about.
 *
 * @param storage the storage
 * @param way how it comes about
 */
record StorageEntry(Storage storage, Way way) {

  enum Way {
    /** It is there after the installation. */
    INSTALLED,
    /** It is there after the installation and changed. */
    CHANGED,
    /** It is added. */
    ADDED,
    /** {@code pveceph} makes it with a pool or file system, and it is changed. */
    CHANGED_AFTER_CEPH,
    /** {@code pveceph} makes it with a pool or file system. */
    MADE_BY_CEPH
  }

  /** The step after which it is as the plan says. */
  Step step() {
    return switch (way) {
      case INSTALLED -> Step.INSTALL;
      case MADE_BY_CEPH -> Step.CEPH_POOLS;
      case CHANGED, ADDED, CHANGED_AFTER_CEPH -> stepOf(storage);
    };
  }

  /** Whether a script of this renderer does something about it. */
  boolean scripted() {
    return way != Way.INSTALLED && way != Way.MADE_BY_CEPH;
  }

  /** The step in which storages of its type are defined. */
  static Step stepOf(Storage storage) {
    if (storage instanceof ZfsPoolStorage) {
      return Step.ZFS_STORAGE;
    }
    if (storage instanceof PbsStorage) {
      return Step.BACKUP_SERVER;
    }
    return storage instanceof IscsiStorage
            || storage instanceof IscsiDirectStorage
            || storage instanceof ZfsOverIscsiStorage
            || storage instanceof LvmStorage
            || storage instanceof LvmThinStorage
        ? Step.ISCSI_STORAGE
        : Step.SHARED_STORAGE;
  }

  /** Place in storage.cfg: {@code local} first, then in the order in which they are defined. */
  int rank() {
    if (way == Way.INSTALLED || way == Way.CHANGED) {
      return 0;
    }
    Step made = way == Way.CHANGED_AFTER_CEPH ? Step.CEPH_POOLS : step();
    // A volume group lies on the LUN of an iSCSI target.
    return 2 * made.number()
        + (storage instanceof LvmStorage || storage instanceof LvmThinStorage ? 1 : 0);
  }
}
