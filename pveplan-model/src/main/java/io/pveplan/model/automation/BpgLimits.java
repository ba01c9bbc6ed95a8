package io.pveplan.model.automation;

import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.CloneSurplus;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Placement;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.storage.CopyStreams;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageReach;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What bpg/proxmox 0.111.1 can not express (its schema, proxmoxtf/resource/vm). */
final class BpgLimits {

  private static final int ADDRESSED_CARDS = 8;

  /** What a resource always has, and cards, of which all others are taken away. */
  private static final Set<String> SENT = Set.of("balloon", "onboot");

  private BpgLimits() {}

  static void look(
      WholeVm guest, VmLimits limits, BpgVersion version, StorageReach reach, Placement placement) {
    Vm vm = guest.vm();
    limits.atMost("sockets", vm.sockets().orElseThrow(), 16);
    limits.atMost("cores for each socket", vm.cores().orElseThrow(), 2304);
    limits.atMost("disks", guest.disks().size(), 31);
    if (vm.memory().orElseThrow().compareTo(DataSize.mib(64)) < 0) {
      limits.refuse("the provider takes no memory below 64 MiB");
    }
    limits.atMost(
        "shared directories",
        vm.devices().isEmpty() ? 0 : limits.devices(DeviceKind.DIRECTORY).count(),
        8);
    String cpu = vm.cpuType().orElseThrow();
    if (!CpuTypes.knownToBpg(cpu)) {
      limits.refuse("the provider does not know the CPU type " + cpu);
    }
    for (GuestDisk disk : guest.disks()) {
      if (disk.size().bytes() == 0 || disk.size().bytes() % DataSize.gib(1).bytes() != 0) {
        limits.refuse(
            limits.slot(disk), "the provider counts whole GiB, the disk has " + disk.size());
      }
    }
    if (vm.cloudInit().isPresent() && vm.nics().size() > ADDRESSED_CARDS) {
      limits.refuse(
          guest.card(ADDRESSED_CARDS),
          "the provider sets addresses on the first " + ADDRESSED_CARDS + " cards only");
    }
    guest
        .template()
        .filter(it -> it.node().isPresent() && !it.node().equals(guest.vm().node()))
        .ifPresent(it -> moved(guest.vm(), it, limits, reach, placement));
    guest.template().ifPresent(it -> kept(guest, it, limits));
    booted(guest, limits);
    older(guest, limits, version);
  }

  // It sets the boot order before it makes the disks that the template has not, and Proxmox VE
  // refuses one with a disk that is not there (proxmoxtf/resource/vm/vm.go, vmCreateClone).
  private static void booted(WholeVm guest, VmLimits limits) {
    Vm vm = guest.vm();
    if (guest.origins().isEmpty() || vm.boot().isEmpty()) {
      return;
    }
    Set<String> later = vm.disks().stream().map(GuestDisk::slot).collect(Collectors.toSet());
    guest.origins().forEach(it -> it.disks().forEach(disk -> later.remove(disk.slot())));
    vm.boot().stream()
        .filter(later::contains)
        .forEach(slot -> limits.refuse(
            vm.path().child(slot),
            "the provider sets the boot order of a clone before it makes the disk at " + slot
                + ", which its template has not"));
  }

  // A clone gets what its resource names, and what is not the provider's own default
  // (proxmoxtf/resource/vm/vm.go, vmCreateClone). Of a clone it reads nothing else, either.
  private static void kept(WholeVm guest, Vm template, VmLimits limits) {
    Vm vm = guest.vm();
    List<String> names = CloneSurplus.of(guest).stream()
        .filter(name -> !SENT.contains(name) && !name.matches("net[0-9]+"))
        .filter(name -> !name.equals(CloneSurplus.DOCUMENTS) || keepsDocuments(guest))
        .toList();
    if (!names.isEmpty()) {
      limits.refuse("the provider leaves a clone what template " + template.vmid() + " has of "
          + String.join(", ", names) + ": name it for the clone, or take it from the template");
    }
    if (vm.scsihw().filter(ScsiController.VIRTIO_SCSI_PCI::equals).isPresent()
        && !vm.scsihw().equals(template.scsihw())) {
      limits.refuse("the provider gives a clone no other SCSI controller where it is to be "
          + ScsiController.VIRTIO_SCSI_PCI.text() + ": name it for template " + template.vmid());
    }
    if (vm.bios().filter(Bios.SEABIOS::equals).isPresent()
        && template.bios().filter(Bios.OVMF::equals).isPresent()) {
      limits.refuse("the provider does not give a clone " + Bios.SEABIOS.text() + ", and template "
          + template.vmid() + " has " + Bios.OVMF.text());
    }
  }

  // Cloned beside its template and moved then, before anything else is changed
  // (proxmoxtf/resource/vm/vm.go, vmCreateClone; qemu-server, src/PVE/QemuMigrate.pm).
  private static void moved(
      Vm vm, Vm template, VmLimits limits, StorageReach reach, Placement placement) {
    boolean linked = !vm.clone().orElseThrow().full();
    String made = "the provider makes it on " + template.node().orElseThrow() + ", ";
    for (GuestVolume volume : placement.volumes(template)) {
      if (reach.shared(volume.storage())) {
        continue;
      }
      String where = " on storage " + volume.storage() + ", which is not shared";
      if (volume.kind() == GuestVolume.Kind.ISO) {
        limits.refuse(made + "where an ISO image" + where + ", keeps it");
      } else if (linked && volume.linkable()) {
        limits.refuse(
            vm.path().child(volume.name()),
            made + "and a linked clone stays there with " + volume.name() + where
                + ": make it a full one");
      } else if (!moves(volume, reach.storage(volume.storage()).orElseThrow())) {
        limits.refuse(
            vm.path().child(volume.name()),
            made + "and Proxmox VE moves no " + volume.name() + where + ", to another node");
      }
    }
  }

  private static boolean moves(GuestVolume volume, Storage storage) {
    return CopyStreams.lead(VolumeFormats.of(volume, storage), false, false, storage, storage);
  }

  // Vendor-data is to stay where the clone has none of its own (Contents.vendorDataOf). One with
  // documents of its own gets these, and no others.
  private static boolean keepsDocuments(WholeVm guest) {
    Vm vm = guest.vm();
    return !CloneSurplus.hasDocuments(vm)
        && guest.origins().stream()
            .filter(it -> it.cloudInit().isPresent())
            .limit(1)
            .anyMatch(it -> vm.forWindows()
                || it.cloudInit().orElseThrow().ownDocuments().keySet().stream()
                    .anyMatch(key -> !key.equals("vendor")));
  }

  /** What later versions brought (provider CHANGELOG.md). */
  private static void older(WholeVm guest, VmLimits limits, BpgVersion version) {
    boolean fraction = guest.vm().cpuLimit().orElse(0) % 1 != 0;
    if (fraction && !version.atLeast(100)) {
      limits.refuse(version.lacks(100, "fractions of a core in the limit of CPU time"));
    }
    boolean ordered = guest
        .template()
        .filter(
            it -> !guest.vm().boot().isEmpty() && !it.boot().equals(guest.vm().boot()))
        .isPresent();
    if (ordered && version.compareTo(BpgVersion.BOOT_ORDER) < 0) {
      limits.refuse(BpgVersion.BOOT_ORDER.lackedBy(version, "the boot order of a clone"));
    }
    boolean same = guest
        .vm()
        .cloudInit()
        .filter(it -> it.upgrade() != upgradeByItself(guest))
        .isEmpty();
    if (!same && !version.atLeast(BpgVersion.UPGRADE)) {
      limits.refuse(
          limits.cloudInit(), version.lacks(BpgVersion.UPGRADE, "whether packages are upgraded"));
    }
  }

  // A clone has that of its template; Proxmox VE upgrades packages unless told otherwise
  // (qemu-server, src/PVE/QemuServer/Cloudinit.pm).
  private static boolean upgradeByItself(WholeVm guest) {
    return guest.origins().stream()
        .flatMap(it -> it.cloudInit().stream())
        .findFirst()
        .map(CloudInit::upgrade)
        .orElse(true);
  }
}
