package io.pveplan.render.guest;

import io.pveplan.model.storage.DiskFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where {@code qm clone} puts the disks it copies. It takes one storage and one format for all of
 * them, and neither for a linked clone (qemu-server, src/PVE/API2/Qemu.pm clone_vm).
 *
 * @param storage the storage all go to, unless each stays on that of its template
 * @param format the format all get, unless each keeps its own
 */
record ClonePlacing(Optional<String> storage, Optional<DiskFormat> format) {

  static ClonePlacing of(VmDrives drives, boolean full) {
    List<Drive> copies = copies(drives);
    Set<String> wanted = copies.stream().map(Drive::storage).collect(Collectors.toSet());
    Set<String> given =
        copies.stream().map(copy -> original(drives, copy).storage()).collect(Collectors.toSet());
    boolean moves = full && wanted.size() == 1 && !wanted.equals(given);
    Set<DiskFormat> formats =
        copies.stream().flatMap(copy -> copy.format().stream()).collect(Collectors.toSet());
    boolean converts =
        full && formats.size() == 1 && copies.stream().anyMatch(it -> other(drives, it));
    return new ClonePlacing(
        moves ? wanted.stream().findFirst() : Optional.empty(),
        converts ? formats.stream().findFirst() : Optional.empty());
  }

  /** The disks that a clone gets from its template, as the plan wants them. */
  static List<Drive> copies(VmDrives drives) {
    return drives.all().stream()
        .filter(Drive::isVolume)
        .filter(drive -> drives.ofTemplate(drive.slot()).isPresent())
        .toList();
  }

  /** The storage that a drive of the template is on once it is cloned. */
  String storageOf(Drive ofTemplate) {
    return ofTemplate.kind() == Drive.Kind.ISO
        ? ofTemplate.storage()
        : storage.orElse(ofTemplate.storage());
  }

  /** Whether a disk has another format than the clone would give it. */
  boolean misses(VmDrives drives, Drive copy) {
    return other(drives, copy) && !format.equals(copy.format());
  }

  private static boolean other(VmDrives drives, Drive copy) {
    return copy.format().isPresent()
        && !copy.format().equals(original(drives, copy).format());
  }

  private static Drive original(VmDrives drives, Drive copy) {
    return drives.ofTemplate(copy.slot()).orElseThrow();
  }
}
