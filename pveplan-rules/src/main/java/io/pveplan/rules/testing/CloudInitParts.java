package io.pveplan.rules.testing;

import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitAccount;
import io.pveplan.model.guest.CloudInitFile;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What cloud-init does in the guests of a generated plan. */
final class CloudInitParts {

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJAn+zPPdk4Ze0Sj2F3kZ5s0cYfVxQzq1h6P2m0m3rYt";

  private final Dice dice;
  private final List<String> storages;

  CloudInitParts(Dice dice, List<String> storages) {
    this.dice = dice;
    this.storages = storages;
  }

  /** Most shares take snippets. */
  List<Storage> storages(List<Storage> all) {
    return all.stream()
        .<Storage>map(it -> it instanceof NfsStorage nfs ? nfs(nfs) : it)
        .toList();
  }

  private NfsStorage nfs(NfsStorage storage) {
    NfsStorage.Builder changed = NfsStorage.builder().from(storage);
    if (dice.chance(70)) {
      changed.addContent(ContentType.SNIPPETS);
    }
    return changed.build();
  }

  List<Guest> guests(List<Guest> guests) {
    return guests.stream().<Guest>map(it -> it instanceof Vm vm ? vm(vm) : it).toList();
  }

  private Vm vm(Vm vm) {
    Vm.Builder changed = Vm.builder().from(vm);
    if (vm.template()) {
      changed.onBoot(dice.chance(10));
    }
    vm.cloudInit().ifPresent(it -> changed.cloudInit(more(vm, it)));
    if (vm.cloudInit().isPresent() && !vm.disks().isEmpty() && dice.chance(60)) {
      image(vm, changed);
    }
    return changed.build();
  }

  // Storages take images as they come; whether they do is asked of each disk.
  private void image(Vm vm, Vm.Builder changed) {
    GuestDisk disk = vm.disks().get(0);
    List<GuestDisk> disks = new ArrayList<>(vm.disks());
    String file = dice.of("noble-server-cloudimg-amd64.qcow2", "debian-13.qcow2");
    disks.set(
        0,
        GuestDisk.builder()
            .from(disk)
            .importFrom(new Volume(disk.storage(), "import", file))
            .build());
    changed.disks(disks).serial0(dice.chance(50)).vga(dice.maybe(80, () -> VgaType.SERIAL0));
    if (dice.chance(50)) {
      changed.boot(List.of(disk.slot()));
    }
  }

  private CloudInit more(Vm vm, CloudInit cloudInit) {
    CloudInit.Builder more = CloudInit.builder().from(cloudInit);
    if (dice.chance(60)) {
      more.addSshKeys(KEY);
    }
    if (dice.chance(20)) {
      more.addAccounts(CloudInitAccount.builder().name("deploy").build());
    }
    if (dice.chance(20)) {
      more.addFiles(file());
    }
    more.userData(document("user"))
        .networkConfig(document("network"))
        .vendorData(document("vendor"));
    if (cloudInit.ipConfigs().isEmpty() && !vm.nics().isEmpty() && dice.chance(60)) {
      addresses(vm, more);
    }
    return more.build();
  }

  // One in ten is larger than Proxmox VE reads.
  private CloudInitFile file() {
    int size = dice.chance(10) ? (int) DataSize.mib(1).bytes() : 1;
    return CloudInitFile.builder().path("/etc/motd").content("x".repeat(size)).build();
  }

  private Optional<Volume> document(String part) {
    return dice.maybe(8, () -> new Volume(dice.of(storages), "snippets", "own-" + part + ".yaml"));
  }

  // Of two cards some have a gateway each.
  private void addresses(Vm vm, CloudInit.Builder more) {
    int number = dice.from(1, 254);
    String subnet = dice.of("10.101.0.", "10.102.0.", "10.9.0.");
    Optional<IpAddress> gateway =
        dice.maybe(50, () -> IpAddress.parse((dice.chance(80) ? subnet : "10.99.0.") + "1"));
    more.addIpConfigs(address(0, subnet + number).gateway(gateway).build());
    if (vm.nics().size() > 1 && gateway.isPresent() && number % 3 == 0) {
      more.addIpConfigs(
          address(1, "10.98.0." + number).gateway(IpAddress.parse("10.98.0.1")).build());
    }
  }

  private static IpConfig.Builder address(int nic, String address) {
    return IpConfig.builder()
        .nic(nic)
        .address(new InterfaceAddress(HostAddress.parse(address + "/24"), Optional.empty()));
  }
}
