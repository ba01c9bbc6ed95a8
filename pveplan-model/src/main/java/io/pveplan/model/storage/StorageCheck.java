package io.pveplan.model.storage;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the storage plugins refuse, read from their option lists (pve-storage, src/PVE/Storage). */
final class StorageCheck {

  private StorageCheck() {}

  static SortedSet<ContentType> contentOf(ContentType... types) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(types)));
  }

  static void requireNodes(Storage storage) {
    new Faults()
        .each("nodes", storage.nodes(), NameFormat.NODE::require)
        .check("content", () -> requireContent(storage))
        .end();
  }

  private static void requireContent(Storage storage) {
    if (storage.content().contains(ContentType.NONE) && storage.content().size() > 1) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has content none together with others",
          "Leave none out, or name nothing else.",
          "LOC-004");
    }
    boolean nothingLeft = !storage.content().isEmpty()
        && Collections.disjoint(storage.content(), storage.possibleContent());
    if (nothingLeft && !storage.possibleContent().contains(ContentType.NONE)) {
      throw new InvalidValueException(
          "storage " + storage.id() + " of type " + storage.type() + " takes nothing of "
              + storage.content(),
          "Use any of " + storage.possibleContent() + ".",
          "LOC-004");
    }
  }

  static void requireProtected(BackupStorage storage) {
    storage
        .maxProtectedBackups()
        .ifPresent(
            count -> Ranges.require("number of protected backups", count, -1, Integer.MAX_VALUE));
  }

  // pvesm set can not change the option of a directory, and local is there after the installation.
  static void requireNoChainOfLocal(DirStorage storage) {
    if (storage.id().equals("local") && storage.snapshotAsVolumeChain()) {
      throw new InvalidValueException(
          "storage local is there after the installation, and whether its snapshots are volume"
              + " chains can not be changed then",
          "Define another storage for these disks.");
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

  static void requireLuns(IscsiStorage storage) {
    Set<Integer> numbers = new HashSet<>();
    Set<String> wwids = new HashSet<>();
    for (Lun lun : storage.luns()) {
      if (!numbers.add(lun.number())) {
        throw new InvalidValueException(
            "storage " + storage.id() + " has two LUNs of number " + lun.number(),
            "Give each LUN its own number.");
      }
      if (lun.wwid().filter(wwid -> !wwids.add(wwid)).isPresent()) {
        throw new InvalidValueException(
            "storage " + storage.id() + " has two LUNs of WWID " + lun.wwid().get(),
            "Give each LUN its own WWID.");
      }
    }
  }

  static void requireOrigin(LvmStorage storage) {
    if (storage.base().isPresent() && !storage.luns().isEmpty()) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has a base and LUNs",
          "Name the base, on which Proxmox VE makes the volume group, or the LUNs on which it is"
              + " made by hand.");
    }
    if (new HashSet<>(storage.luns()).size() < storage.luns().size()) {
      throw new InvalidValueException(
          "storage " + storage.id() + " has a LUN twice", "Name each LUN once.");
    }
  }

  static void requireTpg(ZfsOverIscsiStorage storage) {
    boolean lio = storage.provider() == IscsiProvider.LIO;
    if (lio != storage.lioTpg().isPresent()) {
      throw new InvalidValueException(
          lio
              ? "storage " + storage.id() + " is on LIO and has no target portal group"
              : "storage " + storage.id() + " has a target portal group and is not on LIO",
          lio ? "Name the target portal group, for example tpg1." : "Leave it out.",
          "");
    }
    storage.lioTpg().filter(tpg -> !tpg.matches("tpg[1-9][0-9]{0,4}")).ifPresent(tpg -> {
      throw new InvalidValueException(
          '"' + Visible.ascii(tpg) + "\" is not a target portal group",
          "Write tpg and its number, for example tpg1.",
          "");
    });
  }

  static void requireEsxiUser(EsxiStorage storage) {
    if (!storage.username().matches("[A-Za-z0-9_][A-Za-z0-9._@\\\\-]{0,255}")) {
      throw new InvalidValueException(
          '"' + Visible.ascii(storage.username()) + "\" is not a user of an ESXi host",
          "Use letters, digits and any of ._@-, for example root or pve@vsphere.local.",
          "");
    }
  }

  static void requirePbs(PbsStorage storage) {
    new Faults()
        .check("datastore", () -> requireDatastore(storage.datastore()))
        .check("namespace", () -> storage.namespace().ifPresent(StorageCheck::requireNamespace))
        .check("username", () -> requireUser(storage.username()))
        .check(
            "fingerprint", () -> storage.fingerprint().ifPresent(StorageCheck::requireFingerprint))
        .end();
  }

  private static void requireDatastore(String datastore) {
    require(
        datastore.matches("[A-Za-z0-9_][A-Za-z0-9._-]{2,31}"),
        "datastore \"" + datastore + "\" is not a datastore name",
        "Use 3 to 32 letters, digits, dots, underscores and dashes.");
  }

  // Up to seven components (proxmox-backup, pbs-api-types/src/datastore.rs).
  private static void requireNamespace(String namespace) {
    require(
        namespace.matches("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,6}"),
        "\"" + namespace + "\" is not a namespace",
        "Use up to seven names with slashes between them, such as prod/site1.");
  }

  private static void requireUser(String user) {
    require(
        user.matches(
            "[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z][A-Za-z0-9._-]+(![A-Za-z0-9][A-Za-z0-9._-]*)?"),
        "\"" + user + "\" is not a user of a backup server",
        "Write user@realm or user@realm!token.");
  }

  private static void requireFingerprint(String fingerprint) {
    require(
        fingerprint.matches("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}"),
        "\"" + fingerprint + "\" is not a SHA-256 fingerprint",
        "Write 32 hexadecimal pairs with colons between them.");
  }

  private static void require(boolean wellFormed, String message, String advice) {
    if (!wellFormed) {
      throw new InvalidValueException(message, advice, "BCK-022");
    }
  }
}
