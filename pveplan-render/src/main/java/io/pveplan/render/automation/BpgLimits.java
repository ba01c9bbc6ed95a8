package io.pveplan.render.automation;

import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.unit.DataSize;

/** What bpg/proxmox 0.111.1 can not express (its schema, proxmoxtf/resource/vm). */
final class BpgLimits {

  /** Minor version from which on it sets whether cloud-init upgrades packages. */
  static final int UPGRADE = 102;

  private static final int ADDRESSED_CARDS = 8;

  private BpgLimits() {}

  static Limits of(PlannedVm guest, BpgTypes types) {
    Limits limits = new Limits(guest, BpgModule.FOLDER).common();
    Vm vm = guest.vm();
    limits.atMost("sockets", vm.sockets().orElseThrow(), 16);
    limits.atMost("cores for each socket", vm.cores().orElseThrow(), 2304);
    limits.atMost("disks", guest.disks().size(), 31);
    if (vm.memory().orElseThrow().compareTo(DataSize.mib(64)) < 0) {
      limits.refuse("the provider takes no memory below 64 MiB");
    }
    limits.atMost("shared directories", limits.devices(DeviceKind.DIRECTORY).count(), 8);
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
    if (vm.cloudInit().isPresent() && guest.nics().size() > ADDRESSED_CARDS) {
      limits.refuse(
          guest.card(ADDRESSED_CARDS),
          "the provider sets addresses on the first " + ADDRESSED_CARDS + " cards only");
    }
    older(guest, types, limits);
    return limits;
  }

  /** What later versions brought (provider CHANGELOG.md). */
  private static void older(PlannedVm guest, BpgTypes types, Limits limits) {
    boolean fraction = guest.vm().cpuLimit().orElse(0) % 1 != 0;
    if (fraction && !types.version().atLeast(100)) {
      limits.refuse(types.since(100, "fractions of a core in the limit of CPU time"));
    }
    boolean same = guest
        .vm()
        .cloudInit()
        .filter(it -> it.upgrade() != upgradeByItself(guest))
        .isEmpty();
    if (!same && !types.version().atLeast(UPGRADE)) {
      limits.refuse(limits.cloudInit(), types.since(UPGRADE, "whether packages are upgraded"));
    }
  }

  // A clone has that of its template; Proxmox VE upgrades packages unless told otherwise
  // (qemu-server, src/PVE/QemuServer/Cloudinit.pm).
  private static boolean upgradeByItself(PlannedVm guest) {
    return guest.template().flatMap(Vm::cloudInit).map(CloudInit::upgrade).orElse(true);
  }
}
