package io.pveplan.model.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/**
 * Something that a guest has on a storage: a disk, an inserted ISO image, the cloud-init drive.
 *
 * @param kind what it is
 * @param name the slot of a disk, {@code iso} or {@code cloudinit}
 * @param storage ID of the storage
 * @param content what the storage must take to hold it
 * @param format the format the plan tells, be it by what it is a copy of: the disk of a template, or
 *     an image; the default of the storage when none
 * @param size how large it is; absent for ISO images and cloud-init drives
 * @param replicated whether replication jobs of the guest copy it; never for ISO images and
 *     cloud-init drives
 * @param declaredAt the line that declared it
 * @since 0.1
 */
public record GuestVolume(
    Kind kind,
    String name,
    String storage,
    ContentType content,
    Optional<DiskFormat> format,
    Optional<DataSize> size,
    boolean replicated,
    Optional<Origin> declaredAt) {

  private static final String TPM_STATE = "tpmstate0";

  /**
   * Whether a linked clone goes on using it: any disk but the state of a TPM, of which a linked clone,
   * too, gets a full copy, on the same storage and in its format (qemu-server,
   * src/PVE/API2/Qemu.pm, clone_vm).
   */
  public boolean linkable() {
    return kind == Kind.DISK && !name.equals(TPM_STATE);
  }

  /** The same in a format. */
  GuestVolume in(DiskFormat other) {
    return new GuestVolume(
        kind, name, storage, content, Optional.of(other), size, replicated, declaredAt);
  }

  /**
   * What a volume of a guest is.
   *
   * @since 0.1
   */
  public enum Kind {
    /** A disk of a virtual machine, the root file system of a container. */
    DISK,

    /** An ISO image in the CD drive. */
    ISO,

    /** The drive that cloud-init reads; made anew when the guest starts. */
    CLOUD_INIT
  }
}
