package io.pveplan.render.guest;

import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.unit.DataSize;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is set of a virtual machine, drives aside: options of {@code qm} and their values. */
final class VmSettings {

  /** Its value is read from the input. */
  static final String SSH_KEYS = "sshkeys";

  private final Map<String, String> settings = new LinkedHashMap<>();

  private VmSettings() {}

  /** The settings of a machine by their names. */
  static Map<String, String> of(Vm vm, Optional<String> customDocuments) {
    VmSettings all = new VmSettings();
    all.hardware(vm);
    all.guest(vm);
    for (int card = 0; card < vm.nics().size(); card++) {
      all.set("net" + card, CardSettings.ofVm(vm.nics().get(card)));
    }
    for (int device = 0; device < vm.devices().size(); device++) {
      all.set(vm.deviceSlot(device), device(vm.devices().get(device)));
    }
    vm.cloudInit().ifPresent(it -> all.cloudInit(vm, it));
    all.set("cicustom", customDocuments);
    return all.settings;
  }

  private void hardware(Vm vm) {
    set("ostype", vm.ostype().map(OsType::text));
    set("machine", vm.machine());
    set("bios", vm.bios().map(Bios::text));
    set("cores", vm.cores().orElseThrow());
    set("sockets", vm.sockets().orElseThrow());
    set("cpu", cpu(vm));
    when(vm.numa(), "numa");
    set("memory", vm.memory().orElseThrow().toMib());
    set("balloon", vm.balloon().map(DataSize::toMib));
    set("scsihw", vm.scsihw().map(ScsiController::text));
    set("vga", vm.vga().map(VgaType::text));
    if (vm.serial0()) {
      set("serial0", "socket");
    }
    if (vm.agent()) {
      set("agent", "enabled=1");
    }
    if (!vm.boot().isEmpty()) {
      set("boot", "order=" + String.join(";", vm.boot()));
    }
  }

  /** What containers have as well. */
  private void guest(Guest guest) {
    settings.putAll(common(guest));
  }

  static Map<String, String> common(Guest guest) {
    VmSettings common = new VmSettings();
    if (guest.cpuLimit().isPresent()) {
      common.set(
          "cpulimit",
          BigDecimal.valueOf(guest.cpuLimit().getAsDouble())
              .stripTrailingZeros()
              .toPlainString());
    }
    if (guest.cpuUnits().isPresent()) {
      common.set("cpuunits", guest.cpuUnits().getAsInt());
    }
    common.set("description", guest.description());
    if (!guest.tags().isEmpty()) {
      common.set("tags", String.join(";", guest.tags()));
    }
    common.when(guest.onBoot(), "onboot");
    common.set("startup", guest.startup().map(VmSettings::startup));
    common.when(guest.protection(), "protection");
    return common.settings;
  }

  private static String startup(Startup startup) {
    return PropertyString.empty()
        .with("order", startup.order())
        .with("up", startup.up().map(Duration::toSeconds))
        .with("down", startup.down().map(Duration::toSeconds))
        .text();
  }

  private static String device(GuestDevice device) {
    return switch (device.deviceKind()) {
      case PCI -> named(device, "mapping").with("mdev", device.mediatedType()).text();
      case USB -> named(device, "mapping").text();
      case DIRECTORY -> named(device, "dirid").text();
    };
  }

  private static PropertyString named(GuestDevice device, String mapping) {
    return PropertyString.empty().with(mapping, device.mapping()).with("host", device.host());
  }

  private static String cpu(Vm vm) {
    return PropertyString.of(vm.cpuType().orElseThrow())
        .when(!vm.cpuFlags().isEmpty(), "flags", String.join(";", vm.cpuFlags()))
        .text();
  }

  private void cloudInit(Vm vm, CloudInit cloudInit) {
    set("ciuser", cloudInit.user());
    if (!cloudInit.sshKeys().isEmpty()) {
      set(SSH_KEYS, "/dev/stdin");
    }
    for (int card = 0; card < vm.nics().size(); card++) {
      set("ipconfig" + card, CardSettings.ipConfig(configs(cloudInit.ipConfigs(), card)));
    }
    set("nameserver", nameServers(cloudInit.dnsServers()));
    set("searchdomain", cloudInit.searchDomain());
    // Proxmox VE upgrades where nothing is said.
    set("ciupgrade", cloudInit.upgrade() ? 1 : 0);
  }

  static List<IpConfig> configs(List<IpConfig> all, int card) {
    return all.stream().filter(it -> it.nic() == card).toList();
  }

  // The product splits them at blanks only (qemu-server, src/PVE/QemuServer/Cloudinit.pm).
  static Optional<String> nameServers(List<IpAddress> servers) {
    return servers.isEmpty()
        ? Optional.empty()
        : Optional.of(servers.stream().map(IpAddress::toString).collect(Collectors.joining(" ")));
  }

  private void set(String name, Object value) {
    settings.put(name, value.toString());
  }

  private void set(String name, Optional<?> value) {
    value.ifPresent(it -> set(name, it));
  }

  private void when(boolean holds, String name) {
    if (holds) {
      set(name, 1);
    }
  }
}
