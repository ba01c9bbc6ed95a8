package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.access.SecretReference;
import java.util.List;
import java.util.Optional;

/** How a storage proves to a Ceph cluster who it is. */
final class CephAccess {

  private CephAccess() {}

  // pvesm reads --keyring from a file, and refuses one for the cluster on the nodes, which has its
  // own (pve-storage, src/PVE/CephConfig.pm, ceph_create_keyfile).
  static void requireKeyring(Optional<SecretReference> keyring, List<String> monitors) {
    require(keyring, monitors, "a keyring", "file:/root/ceph.client.admin.keyring");
  }

  // A mount takes the bare key, where librbd looks for a section (pve-docs,
  // pve-storage-cephfs.adoc).
  static void requireSecret(Optional<SecretReference> keyring, List<String> monitors) {
    require(keyring, monitors, "the key of a CephFS", "file:/root/cephfs.secret");
  }

  private static void require(
      Optional<SecretReference> keyring, List<String> monitors, String what, String example) {
    if (keyring.isEmpty()) {
      return;
    }
    if (keyring.get().kind() != SecretReference.Kind.FILE) {
      throw new InvalidValueException(
          what + " can only be read from a file",
          "Copy it to the node and name its path: " + example + ".",
          "CEPH-047");
    }
    if (monitors.isEmpty()) {
      throw new InvalidValueException(
          what + " is of no use to the Ceph cluster on the nodes",
          "Leave it out, or name the monitors of the other cluster.");
    }
  }
}
