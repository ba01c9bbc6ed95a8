package io.pveplan.render.guest;

import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.unit.DataSize;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something at a drive slot of a virtual machine.
 *
 * @param kind what it is
 * @param slot where it is attached
 * @param storage ID of the storage it lies on
 * @param size its size, for a disk
 * @param image what it is made from, or shows
 * @param format the format it is given
 * @param options what else is said of it
 */
record Drive(
    Kind kind,
    String slot,
    String storage,
    Optional<DataSize> size,
    Optional<Volume> image,
    Optional<DiskFormat> format,
    String options) {

  static final String EFI = "efidisk0";
  static final String TPM = "tpmstate0";

  private static final long GIB = 1L << 30;
  private static final int FACTOR = 1024;
  private static final String UNITS = "GMK";

  enum Kind {
    DISK,
    EFI,
    TPM,
    CLOUD_INIT,
    ISO
  }

  static Drive of(GuestDisk disk) {
    String options = PropertyString.empty()
        .with("cache", disk.cache().map(DiskCache::text))
        .with("aio", disk.aio().map(DiskAio::text))
        .when(disk.discard(), "discard", "on")
        .when(disk.iothread(), "iothread", 1)
        .when(disk.ssd(), "ssd", 1)
        .when(!disk.backup(), "backup", 0)
        .when(!disk.replicate(), "replicate", 0)
        .text();
    return new Drive(
        Kind.DISK,
        disk.slot(),
        disk.storage(),
        Optional.of(disk.size()),
        disk.importFrom(),
        disk.format(),
        options);
  }

  static Drive of(EfiDisk disk) {
    String options = PropertyString.empty()
        .with("efitype", disk.efitype().text())
        .with("pre-enrolled-keys", disk.preEnrolledKeys() ? 1 : 0)
        .text();
    return bare(Kind.EFI, EFI, disk.storage(), options);
  }

  static Drive of(TpmState disk) {
    String options =
        PropertyString.empty().with("version", disk.version().text()).text();
    return bare(Kind.TPM, TPM, disk.storage(), options);
  }

  static Drive cloudInit(String slot, String storage) {
    return bare(Kind.CLOUD_INIT, slot, storage, "");
  }

  static Drive iso(String slot, Volume image) {
    return new Drive(
        Kind.ISO,
        slot,
        image.storage(),
        Optional.empty(),
        Optional.of(image),
        Optional.empty(),
        PropertyString.empty().with("media", "cdrom").text());
  }

  /** As a clone has it: what it was made from is in it. */
  Drive copied() {
    return kind == Kind.ISO
        ? this
        : new Drive(kind, slot, storage, size, Optional.empty(), format, options);
  }

  /** Whether a clone gets a copy of it, and not the same. */
  boolean isVolume() {
    return kind == Kind.DISK || kind == Kind.EFI || kind == Kind.TPM;
  }

  /** Whether a linked clone goes on using it, as {@link GuestVolume#linkable} tells. */
  boolean isLinkable() {
    return kind == Kind.DISK || kind == Kind.EFI;
  }

  /** The value that makes it. */
  String made() {
    // The size of what holds firmware and TPM is not the user's (qemu-server,
    // src/PVE/API2/Qemu.pm create_disks), nor that of an image before it is there.
    String volume = switch (kind) {
      case DISK -> image.isPresent() ? storage + ":0" : newVolume(storage, size.orElseThrow());
      case EFI, TPM -> storage + ":1";
      case CLOUD_INIT -> storage + ":cloudinit";
      case ISO -> image.orElseThrow().toString();
    };
    PropertyString value = PropertyString.of(volume);
    if (kind == Kind.DISK) {
      value = value.with("import-from", image).with("format", format.map(DiskFormat::text));
    }
    return options.isEmpty() ? value.text() : value.text() + "," + options;
  }

  /** What stands for a volume that is to be made: its storage and its size in GiB. */
  static String newVolume(String storage, DataSize size) {
    BigDecimal gib = BigDecimal.valueOf(size.bytes()).divide(BigDecimal.valueOf(GIB));
    return storage + ":" + gib.stripTrailingZeros().toPlainString();
  }

  /** Its size as {@code qm disk resize} reads it, in the largest unit that leaves a whole number. */
  String wholeSize() {
    long bytes = size.orElseThrow().bytes();
    long unit = GIB;
    for (int i = 0; i < UNITS.length(); i++) {
      if (bytes % unit == 0) {
        return bytes / unit + UNITS.substring(i, i + 1);
      }
      unit /= FACTOR;
    }
    return Long.toString(bytes);
  }

  private static Drive bare(Kind kind, String slot, String storage, String options) {
    return new Drive(
        kind, slot, storage, Optional.empty(), Optional.empty(), Optional.empty(), options);
  }
}
