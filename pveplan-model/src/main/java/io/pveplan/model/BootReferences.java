package io.pveplan.model;

import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.WholeVm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a virtual machine is started from has to be there, its own or copied from its template
 * (qemu-server, src/PVE/API2/Qemu.pm: "invalid bootorder").
 */
final class BootReferences {

  private BootReferences() {}

  static void check(Vm vm, Names names, Problems found) {
    if (vm.boot().isEmpty()) {
      return;
    }
    List<Vm> origins = CloneOrigins.of(vm, names.guests);
    WholeVm whole = new WholeVm(vm, origins.subList(1, origins.size()));
    String cds = cds(whole);
    Set<String> devices = devices(whole, origins);
    for (String device : vm.boot()) {
      if (devices.contains(device)) {
        continue;
      }
      if (cds.isEmpty() || !device.startsWith("ide")) {
        found.missing(vm.path(), vm, "disk or network card", device, devices);
      } else {
        found.add(
            vm.path(),
            vm,
            "there is no drive \"" + device + "\"",
            cds + ". Name one of: " + String.join(", ", devices) + ".",
            "");
      }
    }
  }

  // Scripts and modules choose the slots, and the plan names none.
  private static String cds(WholeVm whole) {
    Optional<String> iso = whole.isoSlot().map(it -> "the ISO image is at " + it);
    Optional<String> cloudInit =
        whole.cloudInitSlot().map(it -> "the cloud-init drive is at " + it);
    String told =
        Stream.of(iso, cloudInit).flatMap(Optional::stream).collect(Collectors.joining(" and "));
    return told.isEmpty() ? told : "T" + told.substring(1);
  }

  private static Set<String> devices(WholeVm whole, List<Vm> origins) {
    Set<String> devices = new TreeSet<>();
    for (Vm each : origins) {
      each.disks().forEach(disk -> devices.add(disk.slot()));
      for (int nic = 0; nic < each.nics().size(); nic++) {
        devices.add("net" + nic);
      }
    }
    whole.isoSlot().ifPresent(devices::add);
    whole.cloudInitSlot().ifPresent(devices::add);
    return devices;
  }
}
