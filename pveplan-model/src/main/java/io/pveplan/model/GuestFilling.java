package io.pveplan.model;

import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills in a guest: memory, cores, CPU type, MAC addresses and gateways. */
final class GuestFilling {

  private static final String SCHEMA = "qemu-server, QemuServer.pm";

  // BC:24:11 is the prefix the product draws from; 19 bits of VMID and 5 bits of card fill the
  // rest.
  private static final int LARGEST_VMID_WITH_MAC = (1 << 19) - 1;

  private GuestFilling() {}

  static Guest fill(
      Guest guest, Map<Vmid, Guest> guests, Map<String, IpAddress> gateways, Defaults defaults) {
    return guest instanceof Vm vm
        ? fill(vm, guests, gateways, defaults)
        : fill((Container) guest, gateways, defaults);
  }

  private static Vm fill(
      Vm vm, Map<Vmid, Guest> guests, Map<String, IpAddress> gateways, Defaults defaults) {
    Vm.Builder filled = Vm.builder().from(vm).nics(withMacs(vm, defaults));
    CloneFilling.fill(vm, filled, guests, defaults);
    vm.cloudInit()
        .ifPresent(it -> filled.cloudInit(CloudInit.builder()
            .from(it)
            .ipConfigs(withGateways(vm, it.ipConfigs(), gateways, defaults))
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
      Container container, Map<String, IpAddress> gateways, Defaults defaults) {
    Container.Builder filled = Container.builder()
        .from(container)
        .nics(withMacs(container, defaults))
        .ipConfigs(withGateways(container, container.ipConfigs(), gateways, defaults));
    if (container.memory().isEmpty()) {
      filled.memory(defaults.note(
          container.path(), "memory", DataSize.mib(512), "pve-container, LXC/Config.pm"));
    }
    return filled.build();
  }

  private static List<IpConfig> withGateways(
      Guest guest, List<IpConfig> configs, Map<String, IpAddress> gateways, Defaults defaults) {
    List<IpConfig> filled = new ArrayList<>();
    for (IpConfig config : configs) {
      Optional<IpAddress> gateway =
          config.address().flatMap(address -> gatewayOf(address, gateways));
      if (config.gateway().isPresent() || gateway.isEmpty()) {
        filled.add(config);
        continue;
      }
      defaults.note(
          guest.path().child("net" + config.nic()),
          "gateway",
          gateway.get(),
          "the network of its address");
      filled.add(IpConfig.builder().from(config).gateway(gateway).build());
    }
    return filled;
  }

  private static Optional<IpAddress> gatewayOf(
      InterfaceAddress address, Map<String, IpAddress> gateways) {
    return address
        .network()
        .map(gateways::get)
        .filter(gateway -> gateway.isV4() == address.address().address().isV4());
  }

  private static List<GuestNic> withMacs(Guest guest, Defaults defaults) {
    List<GuestNic> filled = new ArrayList<>();
    for (GuestNic nic : guest.nics()) {
      int vmid = guest.vmid().value();
      if (nic.mac().isPresent() || vmid > LARGEST_VMID_WITH_MAC) {
        filled.add(nic);
        continue;
      }
      int number = filled.size();
      int low = (vmid << 5) | number;
      MacAddress mac = MacAddress.parse(String.format(
          Locale.ROOT, "BC:24:11:%02X:%02X:%02X", low >> 16 & 0xff, low >> 8 & 0xff, low & 0xff));
      defaults.note(
          guest.path().child("net" + number), "mac", mac, "pveplan: from the VMID and the card");
      filled.add(GuestNic.builder().from(nic).mac(mac).build());
    }
    return filled;
  }
}
