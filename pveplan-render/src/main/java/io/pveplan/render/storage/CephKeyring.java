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
        .map(file -> file + " on the node holds for " + storage.id() + " " + content(storage)
            + "; remove it once the script has run");
  }

  // librbd looks for the section of the user, mount.ceph takes the file for the key (pve-docs,
  // pve-storage-cephfs.adoc and pve-storage-rbd.adoc).
  private static String content(Storage storage) {
    if (storage instanceof CephFsStorage fs) {
      return "nothing but the key, as ceph auth get-key client." + fs.username().orElse("admin")
          + " writes it on the other cluster";
    }
    String user = storage instanceof RbdStorage rbd ? rbd.username().orElse("admin") : "admin";
    return "the keyring with the section [client." + user + "], as ceph auth get client." + user
        + " writes it on the other cluster";
  }
}
