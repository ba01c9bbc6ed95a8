package io.pveplan.model.automation;

import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.unit.DataSize;

/** What bpg/proxmox 0.111.1 can not express (its schema, proxmoxtf/resource/vm). */
final class BpgLimits {

  private static final int ADDRESSED_CARDS = 8;

  private BpgLimits() {}

  static void look(WholeVm guest, VmLimits limits, BpgVersion version) {
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
    older(guest, limits, version);
  }

  /** What later versions brought (provider CHANGELOG.md). */
  private static void older(WholeVm guest, VmLimits limits, BpgVersion version) {
    boolean fraction = guest.vm().cpuLimit().orElse(0) % 1 != 0;
    if (fraction && !version.atLeast(100)) {
      limits.refuse(version.lacks(100, "fractions of a core in the limit of CPU time"));
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
    return guest.template().flatMap(Vm::cloudInit).map(CloudInit::upgrade).orElse(true);
  }
}
