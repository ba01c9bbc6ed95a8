package io.pveplan.rules.testing;

import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.NextIds;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.EfiType;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.TpmVersion;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Options of the guests of a generated plan; its choices are its own, so that no others change. */
final class GuestOptionParts {

  private static final long OWN = 0x5DEECE66DL;
  private static final MacAddress MAC = MacAddress.parse("BC:24:11:00:00:01");

  private final Dice dice;
  private final List<String> storages;

  GuestOptionParts(long seed, List<String> storages) {
    this.dice = new Dice(seed ^ OWN);
    this.storages = storages;
  }

  List<Guest> added(List<Guest> guests) {
    return guests.stream()
        .map(guest -> guest instanceof Vm vm ? vm(vm) : container((Container) guest))
        .toList();
  }

  /** The options of the datacenter with a range for VMIDs, which not all guests keep to. */
  Optional<Datacenter> ranged(Optional<Datacenter> datacenter) {
    return dice.chance(20)
        ? datacenter.map(it -> Datacenter.builder()
            .from(it)
            .nextIds(NextIds.builder().lower(102).build())
            .build())
        : datacenter;
  }

  private Guest vm(Vm vm) {
    Vm.Builder more = Vm.builder()
        .from(vm)
        .nics(vm.nics().stream().map(this::nic).toList())
        .disks(vm.disks().stream().map(this::disk).toList())
        .agent(dice.chance(70))
        .onBoot(dice.chance(60))
        .machine(dice.maybe(50, () -> dice.of("q35", "pc-q35-10.0", "pc-i440fx-5.2")))
        .ostype(dice.maybe(40, () -> dice.of(OsType.L26, OsType.WIN11)))
        .bios(dice.maybe(40, () -> dice.of(Bios.SEABIOS, Bios.OVMF)))
        .scsihw(dice.maybe(
            50, () -> dice.of(ScsiController.VIRTIO_SCSI_SINGLE, ScsiController.MEGASAS)));
    if (dice.chance(3)) {
      more.name("app");
    }
    if (dice.chance(4)) {
      more.cpuType("kvm32");
    }
    if (!storages.isEmpty() && dice.chance(50)) {
      more.efiDisk(EfiDisk.builder()
          .storage(dice.of(storages))
          .efitype(dice.chance(80) ? EfiType.LARGE : EfiType.SMALL)
          .build());
    }
    if (!storages.isEmpty() && dice.chance(50)) {
      more.tpmState(TpmState.builder()
          .storage(dice.of(storages))
          .version(dice.chance(80) ? TpmVersion.V2_0 : TpmVersion.V1_2)
          .build());
    }
    return more.build();
  }

  private Guest container(Container container) {
    Container.Builder more = Container.builder()
        .from(container)
        .nics(container.nics().stream().map(this::nic).toList())
        .unprivileged(dice.chance(80));
    if (dice.chance(40)) {
      more.addMountPoint(MountPoint.builder()
          .path("/srv")
          .source("/tank/srv")
          .shared(dice.chance(50))
          .build());
    }
    return more.build();
  }

  private GuestNic nic(GuestNic nic) {
    return GuestNic.builder()
        .from(nic)
        .mac(dice.maybe(4, () -> MAC))
        .mtu(dice.chance(15) ? OptionalInt.of(dice.of(1400, 1500, 9000)) : OptionalInt.empty())
        .build();
  }

  private GuestDisk disk(GuestDisk disk) {
    return GuestDisk.builder()
        .from(disk)
        .iothread(dice.chance(20))
        .discard(dice.chance(60))
        .cache(dice.maybe(20, () -> dice.of(DiskCache.WRITEBACK, DiskCache.UNSAFE)))
        .build();
  }
}
