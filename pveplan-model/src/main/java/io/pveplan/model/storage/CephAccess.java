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
    if (keyring.isEmpty()) {
      return;
    }
    if (keyring.get().kind() != SecretReference.Kind.FILE) {
      throw new InvalidValueException(
          "a keyring can only be read from a file",
          "Copy it to the node and name its path: file:/root/ceph.client.admin.keyring.",
          "CEPH-047");
    }
    if (monitors.isEmpty()) {
      throw new InvalidValueException(
          "a keyring is of no use to the Ceph cluster on the nodes",
          "Leave it out, or name the monitors of the other cluster.");
    }
  }
}
