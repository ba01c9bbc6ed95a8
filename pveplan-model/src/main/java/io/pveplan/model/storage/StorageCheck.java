package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the storage plugins refuse, read from their option lists (pve-storage, src/PVE/Storage). */
final class StorageCheck {

  private StorageCheck() {}

  static SortedSet<ContentType> contentOf(ContentType... types) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(types)));
  }

  static void requireNodes(Storage storage) {
    storage.nodes().forEach(NameFormat.NODE::require);
    if (storage.content().contains(ContentType.NONE) && storage.content().size() > 1) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has content none together with others",
          "Leave none out, or name nothing else.",
          "LOC-004");
    }
  }

  static void requireBlocksize(DataSize size) {
    Ranges.require("block size in bytes", size.bytes(), 512, 16L << 20, "LOC-016");
    if (Long.bitCount(size.bytes()) != 1) {
      throw new InvalidValueException(
          "block size " + size + " is not a power of two", "Use 16KiB.", "LOC-016");
    }
  }

  static void requirePortals(IscsiStorage storage) {
    if (storage.portals().isEmpty()) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has no portal",
          "Name the address of the iSCSI server.",
          "SHR-011");
    }
  }

  static void requirePbs(PbsStorage storage) {
    if (!storage.datastore().matches("[A-Za-z0-9_][A-Za-z0-9._-]{2,31}")) {
      throw new InvalidValueException(
          "datastore \"" + storage.datastore() + "\" is not a datastore name",
          "Use 3 to 32 letters, digits, dots, underscores and dashes.",
          "BCK-022");
    }
    // Up to seven components (proxmox-backup, pbs-api-types/src/datastore.rs).
    storage.namespace().ifPresent(namespace -> {
      if (!namespace.matches("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,6}")) {
        throw new InvalidValueException(
            "\"" + namespace + "\" is not a namespace",
            "Use up to seven names with slashes between them, such as prod/site1.",
            "BCK-022");
      }
    });
    if (!storage
        .username()
        .matches(
            "[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z][A-Za-z0-9._-]+(![A-Za-z0-9][A-Za-z0-9._-]*)?")) {
      throw new InvalidValueException(
          "\"" + storage.username() + "\" is not a user of a backup server",
          "Write user@realm or user@realm!token.",
          "BCK-022");
    }
    storage.fingerprint().ifPresent(fingerprint -> {
      if (!fingerprint.matches("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}")) {
        throw new InvalidValueException(
            "\"" + fingerprint + "\" is not a SHA-256 fingerprint",
            "Write 32 hexadecimal pairs with colons between them.",
            "BCK-022");
      }
    });
  }
}
