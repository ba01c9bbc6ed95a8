package io.pveplan.render.storage;

import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import java.util.Optional;

/**
 * The file that {@code pvesm} reads the key of another Ceph cluster from, to keep it in /etc/pve/priv
 * (pve-storage, src/PVE/CLI/pvesm.pm, src/PVE/CephConfig.pm).
 */
final class CephKeyring {

  private CephKeyring() {}

  static Optional<String> of(Storage storage) {
    if (storage instanceof RbdStorage rbd) {
      return rbd.keyring().map(SecretReference::name);
    }
    return storage instanceof CephFsStorage fs
        ? fs.keyring().map(SecretReference::name)
        : Optional.empty();
  }

  /** What has to be ready when the script runs. */
  static Optional<String> needed(Storage storage) {
    return of(storage)
        .map(file -> file + " on the node holds the key of the Ceph user of " + storage.id()
            + "; remove it once the script has run");
  }
}
