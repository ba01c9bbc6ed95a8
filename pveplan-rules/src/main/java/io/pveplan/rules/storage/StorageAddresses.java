package io.pveplan.rules.storage;

import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.Storage;
import java.util.List;

/** Where a storage is to be had over the network. */
final class StorageAddresses {

  private StorageAddresses() {}

  /** Addresses or names of the servers of an NFS or iSCSI storage; none for other types. */
  static List<String> of(Storage storage) {
    if (storage instanceof NfsStorage nfs) {
      return List.of(nfs.server());
    }
    return storage instanceof IscsiStorage iscsi
        ? iscsi.portals().stream().map(Portal::server).distinct().toList()
        : List.of();
  }
}
