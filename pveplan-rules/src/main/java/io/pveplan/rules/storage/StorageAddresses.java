package io.pveplan.rules.storage;

import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import java.util.List;

/** Where a storage is to be had over the network. */
final class StorageAddresses {

  private StorageAddresses() {}

  /** Addresses or names of the servers that disks and files are on; none for backup servers and ESXi hosts. */
  static List<String> of(Storage storage) {
    return storage instanceof PbsStorage || storage instanceof EsxiStorage
        ? List.of()
        : storage.servers();
  }
}
