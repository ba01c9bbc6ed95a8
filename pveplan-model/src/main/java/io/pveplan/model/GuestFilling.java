package io.pveplan.model;

import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in a guest: memory, cores, CPU type, MAC addresses and gateways. */
final class GuestFilling {

  private static final String SCHEMA = "qemu-server, QemuServer.pm";

  private GuestFilling() {}

  static Guest fill(
      Guest guest,
      Map<Vmid, Guest> guests,
      Map<String, IpAddress> gateways,
      GuestMacs macs,
      Defaults defaults) {
    return guest instanceof Vm vm
        ? fill(vm, guests, gateways, macs, defaults)
        : fill((Container) guest, gateways, macs, defaults);
  }

  private static Vm fill(
      Vm written,
      Map<Vmid, Guest> guests,
      Map<String, IpAddress> gateways,
      GuestMacs macs,
      Defaults defaults) {
    Vm vm = CloneFilling.fill(written, guests, defaults);
    Vm.Builder filled = Vm.builder().from(vm).nics(withMacs(vm, macs, defaults));
    vm.cloudInit()
        .ifPresent(it -> filled.cloudInit(CloudInit.builder()
            .from(it)
            .ipConfigs(GatewayFilling.fill(vm, it.ipConfigs(), gateways, defaults))
            .build()));
    if (vm.memory().isEmpty()) {
      filled.memory(defaults.note(vm.path(), "memory", DataSize.mib(512), SCHEMA));
    }
    if (vm.cores().isEmpty()) {
      filled.cores(defaults.note(vm.path(), "cores", 1, SCHEMA));
    }
    if (vm.sockets().isEmpty()) {
      filled.sockets(defaults.note(vm.path(), "sockets", 1, SCHEMA));
    }
    if (vm.cpuType().isEmpty()) {
      filled.cpuType(
          defaults.note(vm.path(), "cpuType", "kvm64", "qemu-server, QemuServer/CPUConfig.pm"));
    }
    return filled.build();
  }

  private static Container fill(
      Container container, Map<String, IpAddress> gateways, GuestMacs macs, Defaults defaults) {
    Container.Builder filled = Container.builder()
        .from(container)
        .nics(withMacs(container, macs, defaults))
        .ipConfigs(GatewayFilling.fill(container, container.ipConfigs(), gateways, defaults));
    if (container.memory().isEmpty()) {
      filled.memory(defaults.note(
          container.path(), "memory", DataSize.mib(512), "pve-container, LXC/Config.pm"));
    }
    return filled.build();
  }

  private static List<GuestNic> withMacs(Guest guest, GuestMacs macs, Defaults defaults) {
    List<GuestNic> filled = new ArrayList<>();
    for (GuestNic nic : guest.nics()) {
      int number = filled.size();
      Optional<MacAddress> mac =
          nic.mac().isPresent() ? Optional.empty() : macs.of(guest.vmid(), number);
      mac.ifPresent(it -> defaults.note(
          guest.path().child("net" + number), "mac", it, "pveplan: from the VMID and the card"));
      filled.add(mac.isPresent() ? GuestNic.builder().from(nic).mac(mac).build() : nic);
    }
    return filled;
  }
}
