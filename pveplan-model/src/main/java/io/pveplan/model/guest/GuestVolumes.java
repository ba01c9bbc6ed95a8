package io.pveplan.model.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.guest.GuestVolume.Kind;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The volumes of one guest. A clone has those of its template too, but for the slots it declares
 * itself: a clone gets a copy of every drive (qemu-server, PVE/API2/Qemu.pm clone_vm).
 */
final class GuestVolumes {

  private static final String EFI_DISK = "efidisk0";
  private static final String TPM_STATE = "tpmstate0";

  // pve-edk2-firmware, OVMF_VARS_4M.fd and OVMF_VARS.fd; qemu-server, src/PVE/QemuServer/Drive.pm.
  private static final DataSize LARGE_EFI = DataSize.kib(528);
  private static final DataSize SMALL_EFI = DataSize.kib(128);
  private static final DataSize TPM = DataSize.mib(4);

  private final Map<String, Storage> storages;
  private final ProductVersion release;
  private final Map<String, GuestVolume> disks;
  private final List<GuestVolume> all;
  private boolean driveWithoutStorage;

  /**
   * Collects the volumes.
   *
   * @param origins the guest, the template it is cloned from, the template of that
   * @param storages those of the plan by ID
   * @param release which decides on the format of the state of a TPM
   */
  private GuestVolumes(List<Guest> origins, Map<String, Storage> storages, ProductVersion release) {
    this.storages = storages;
    this.release = release;
    Map<String, GuestVolume> found = Map.of();
    for (int i = origins.size() - 1; i >= 0; i--) {
      found = disks(origins.get(i), found);
    }
    this.disks = found;
    Optional<GuestVolume> iso = Optional.empty();
    Optional<GuestVolume> drive = Optional.empty();
    for (Guest each : origins) {
      if (each instanceof Vm vm) {
        iso = iso.isPresent() ? iso : vm.iso().map(image -> volume(vm, image));
        if (drive.isEmpty() && vm.cloudInit().isPresent()) {
          drive = drive(vm, vm.cloudInit().get());
          driveWithoutStorage = drive.isEmpty();
        }
      }
    }
    List<GuestVolume> volumes = new ArrayList<>(disks.values());
    iso.ifPresent(volumes::add);
    drive.ifPresent(volumes::add);
    all = List.copyOf(volumes);
  }

  static GuestVolumes of(
      Guest guest, Map<Vmid, Guest> guests, Map<String, Storage> storages, ProductVersion release) {
    List<Guest> origins = new ArrayList<>();
    Set<Vmid> seen = new HashSet<>();
    Optional<Guest> next = Optional.of(guest);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      origins.add(next.get());
      next = template(next.get()).map(guests::get);
    }
    return new GuestVolumes(origins, storages, release);
  }

  private static Optional<Vmid> template(Guest guest) {
    return guest instanceof Vm vm ? vm.clone().map(Clone::template) : Optional.empty();
  }

  List<GuestVolume> list() {
    return all;
  }

  boolean driveWithoutStorage() {
    return driveWithoutStorage;
  }

  private Map<String, GuestVolume> disks(Guest guest, Map<String, GuestVolume> ofTemplate) {
    ContentType content = guest instanceof Vm ? ContentType.IMAGES : ContentType.ROOTDIR;
    Map<String, GuestVolume> own = new LinkedHashMap<>();
    guest.disks().forEach(disk -> own.putIfAbsent(disk.slot(), volume(disk, content)));
    if (guest instanceof Vm vm) {
      vm.efiDisk().ifPresent(disk -> own.putIfAbsent(EFI_DISK, volume(disk)));
      vm.tpmState().ifPresent(disk -> own.putIfAbsent(TPM_STATE, volume(disk)));
      if (vm.clone().isPresent()) {
        boolean linked = !vm.clone().get().full();
        own.replaceAll((slot, disk) -> Optional.ofNullable(ofTemplate.get(slot))
            .map(source -> copy(disk, source, linked && disk.linkable()))
            .orElse(disk));
        ofTemplate.forEach((slot, disk) ->
            own.putIfAbsent(slot, linked && disk.linkable() ? copy(disk, disk, true) : disk));
      }
    }
    return own;
  }

  // What is linked has the format of its storage whatever the plan says.
  private GuestVolume copy(GuestVolume disk, GuestVolume source, boolean linked) {
    Storage from = storages.get(source.storage());
    Storage to = storages.get(disk.storage());
    if (from == null || to == null || (!linked && disk.format().isPresent())) {
      return disk;
    }
    DiskFormat original = VolumeFormats.of(source, from);
    return disk.in(
        linked && from.equals(to)
            ? VolumeFormats.ofLinkedClone(original, to)
            : VolumeFormats.ofCopy(original, to));
  }

  // An image has the format that its name ends with (pve-storage, src/PVE/Storage/Plugin.pm,
  // parse_volname).
  private Optional<DiskFormat> ofImage(GuestDisk disk) {
    Storage storage = storages.get(disk.storage());
    return storage == null
        ? Optional.empty()
        : disk.importFrom()
            .flatMap(image -> Stream.of(DiskFormat.values())
                .filter(format -> image.file().endsWith("." + format.text()))
                .findFirst()
                .map(format -> VolumeFormats.ofCopy(format, storage)));
  }

  private GuestVolume volume(GuestDisk disk, ContentType content) {
    return new GuestVolume(
        Kind.DISK,
        disk.slot(),
        disk.storage(),
        content,
        disk.format().or(() -> ofImage(disk)),
        Optional.of(disk.size()),
        disk.replicate(),
        disk.declaredAt());
  }

  private static GuestVolume volume(EfiDisk disk) {
    DataSize size = disk.efitype() == EfiType.LARGE ? LARGE_EFI : SMALL_EFI;
    return own(EFI_DISK, disk.storage(), Optional.empty(), size, disk.declaredAt());
  }

  // It was never anything but raw before Proxmox VE 9.1 (qemu-server, commit 64880b4d).
  private GuestVolume volume(TpmState disk) {
    boolean raw = release == ProductVersion.PVE_8_4;
    Optional<DiskFormat> format = raw ? Optional.of(DiskFormat.RAW) : Optional.empty();
    return own(TPM_STATE, disk.storage(), format, TPM, disk.declaredAt());
  }

  private static GuestVolume own(
      String name,
      String storage,
      Optional<DiskFormat> format,
      DataSize size,
      Optional<Origin> declaredAt) {
    return new GuestVolume(
        Kind.DISK, name, storage, ContentType.IMAGES, format, Optional.of(size), true, declaredAt);
  }

  private static GuestVolume volume(Vm vm, Volume image) {
    return new GuestVolume(
        Kind.ISO,
        "iso",
        image.storage(),
        ContentType.ISO,
        Optional.empty(),
        Optional.empty(),
        false,
        vm.declaredAt());
  }

  private Optional<GuestVolume> drive(Vm vm, CloudInit cloudInit) {
    return cloudInit
        .storage()
        .or(() -> vm.disks().stream().map(GuestDisk::storage).findFirst())
        .or(() -> disks.values().stream().map(GuestVolume::storage).findFirst())
        .map(storage -> new GuestVolume(
            Kind.CLOUD_INIT,
            "cloudinit",
            storage,
            ContentType.IMAGES,
            Optional.empty(),
            Optional.empty(),
            false,
            cloudInit.declaredAt()));
  }
}
