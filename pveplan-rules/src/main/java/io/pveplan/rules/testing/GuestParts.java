package io.pveplan.rules.testing;

import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Virtual machines, templates and containers of a generated plan. */
final class GuestParts {

  private static final int FIRST = 100;
  private static final int TEMPLATE = 9000;

  private final Dice dice;
  private final List<String> nodes;
  private final List<String> bridges;
  private final List<String> storages;
  private final List<Guest> guests = new ArrayList<>();

  GuestParts(Dice dice, List<String> nodes, List<String> bridges, List<String> storages) {
    this.dice = dice;
    this.nodes = nodes;
    this.bridges = bridges;
    this.storages = storages;
    Optional<Vmid> template = dice.maybe(50, () -> Vmid.of(TEMPLATE));
    template.ifPresent(vmid -> guests.add(vm(vmid, true, Optional.empty())));
    int count = dice.of(0, 1, 2, 4, 6, 10, 14);
    for (int number = 0; number < count; number++) {
      Vmid vmid = Vmid.of(FIRST + number);
      guests.add(
          dice.chance(20)
              ? container(vmid)
              : vm(vmid, false, template.filter(it -> dice.chance(30))));
    }
  }

  List<Guest> all() {
    return guests;
  }

  private Vm vm(Vmid vmid, boolean template, Optional<Vmid> origin) {
    List<GuestNic> nics = nics();
    Vm.Builder vm = Vm.builder()
        .vmid(vmid)
        .name("vm" + vmid)
        .node(node())
        .cores(cores())
        .memory(memory())
        .cpuType(dice.maybe(
            70,
            () -> dice.of(
                "host",
                "kvm64",
                "x86-64-v2-AES",
                "x86-64-v3",
                "x86-64-v4",
                "EPYC",
                "EPYC-Genoa",
                "epyc-milan",
                "custom-web")))
        .nics(nics)
        .snapshots(dice.chance(30))
        .rpo(dice.maybe(40, () -> Duration.ofMinutes(dice.of(0, 15, 240))))
        .rto(dice.maybe(20, () -> Duration.ofMinutes(dice.of(1, 5, 480))))
        .mustRun(dice.chance(10))
        .tags(dice.each(20, List.of("prod", "test")))
        .template(template)
        .iso(dice.maybe(20, () -> new Volume(dice.of(storages), "iso", "debian.iso")))
        .cloudInit(dice.maybe(30, () -> cloudInit(nics)))
        .clone(
            origin.map(it -> Clone.builder().template(it).full(dice.chance(80)).build()));
    if (dice.told()) {
      for (int disk = dice.from(0, 2); disk >= 0; disk--) {
        vm.addDisks(disk("scsi" + disk));
      }
    }
    return vm.build();
  }

  private Container container(Vmid vmid) {
    return Container.builder()
        .vmid(vmid)
        .name("ct" + vmid)
        .node(node())
        .cores(cores())
        .memory(memory())
        .nics(nics().stream()
            .map(nic -> GuestNic.builder().from(nic).trunks(List.of()).build())
            .toList())
        .snapshots(dice.chance(30))
        .rpo(dice.maybe(40, () -> Duration.ofMinutes(dice.of(15, 60))))
        .rto(dice.maybe(20, () -> Duration.ofMinutes(dice.of(1, 60))))
        .ostemplate(new Volume(dice.of(storages), "vztmpl", "debian-13.tar.zst"))
        .rootfs(disk("rootfs"))
        .build();
  }

  private Optional<String> node() {
    return nodes.isEmpty() ? Optional.empty() : dice.told(() -> dice.of(nodes));
  }

  private OptionalInt cores() {
    return dice.told() ? OptionalInt.of(dice.of(1, 4, 48)) : OptionalInt.empty();
  }

  private Optional<DataSize> memory() {
    return dice.told(() -> DataSize.gib(dice.of(1, 8, 64)));
  }

  private GuestDisk disk(String slot) {
    return GuestDisk.builder()
        .slot(slot)
        .storage(dice.of(storages))
        .size(DataSize.gib(dice.of(8, 100)))
        .replicate(dice.chance(90))
        .build();
  }

  private List<GuestNic> nics() {
    List<GuestNic> nics = new ArrayList<>();
    for (int number = bridges.isEmpty() ? 0 : dice.from(0, 2); number > 0; number--) {
      nics.add(GuestNic.builder()
          .bridge(dice.of(bridges))
          .tag(dice.maybe(50, () -> VlanTag.of(dice.of(20, 21, 110, 500))))
          .trunks(dice.chance(4) ? List.of(VlanRange.of(110, 115)) : List.of())
          .build());
    }
    return nics;
  }

  private CloudInit cloudInit(List<GuestNic> nics) {
    CloudInit.Builder cloudInit = CloudInit.builder()
        .storage(dice.maybe(30, () -> dice.of(storages)))
        .user(dice.told(() -> "ops"));
    if (!nics.isEmpty() && dice.chance(60)) {
      cloudInit.addIpConfigs(IpConfig.builder().nic(0).dhcp(true).build());
    }
    return cloudInit.build();
  }
}
