package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.storage.DiskFormat;
import java.util.Objects;

/**
 * Scope of a disk of a guest.
 *
 * <pre>{@code
 * c.vm(300, "web01", v -> v.disk(vmDisks, gib(8), p -> p.importFrom(nas, "debian-13.qcow2")));
 * c.vm(301, "web02", v -> v.disk(vmDisks, gib(8), p -> p.importFrom(nas, "a b"))); // refused: file name
 * }</pre>
 *
 * @since 0.1
 */
public final class DiskSpec extends Scope {

  final GuestDisk.Builder disk = GuestDisk.builder();

  DiskSpec(Definition definition, PlanPath at) {
    super(definition, at);
    disk.declaredAt(line);
  }

  /** Sets the format; without it the default of the storage. */
  public DiskSpec format(DiskFormat format) {
    set("format", format, disk::format);
    return this;
  }

  /** Leaves the disk out of replication jobs. */
  public DiskSpec withoutReplication() {
    set("replicate", false, disk::replicate);
    return this;
  }

  /** Sets how the node caches it; none when not set. */
  public DiskSpec cache(DiskCache cache) {
    set("cache", cache, disk::cache);
    return this;
  }

  /** Sets how the node reads and writes it; what fits the storage when not set. */
  public DiskSpec aio(DiskAio aio) {
    set("aio", aio, disk::aio);
    return this;
  }

  /** Frees on the storage what the guest frees. */
  public DiskSpec discard() {
    set("discard", true, disk::discard);
    return this;
  }

  /** Gives it a thread of its own; at a SCSI slot with a controller for each disk only. */
  public DiskSpec iothread() {
    set("iothread", true, disk::iothread);
    return this;
  }

  /** Shows the guest an SSD; not at a VirtIO slot. */
  public DiskSpec ssd() {
    set("ssd", true, disk::ssd);
    return this;
  }

  /** Leaves the disk out of backups. */
  public DiskSpec withoutBackup() {
    set("backup", false, disk::backup);
    return this;
  }

  /** Makes the disk from an image in the {@code import} directory of a storage. */
  public DiskSpec importFrom(StorageRef storage, String file) {
    Objects.requireNonNull(file, "file");
    set("importFrom", storage, it -> disk.importFrom(new Volume(it.name(), "import", file)));
    return this;
  }
}
