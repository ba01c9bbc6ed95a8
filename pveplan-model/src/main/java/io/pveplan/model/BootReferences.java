package io.pveplan.model;

import io.pveplan.model.guest.Vm;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a virtual machine is started from has to be there, its own or copied from its template
 * (qemu-server, src/PVE/API2/Qemu.pm: "invalid bootorder").
 */
final class BootReferences {

  private static final Set<String> IDE = Set.of("ide0", "ide1", "ide2", "ide3");

  private BootReferences() {}

  static void check(Vm vm, Names names, Problems found) {
    if (vm.boot().isEmpty()) {
      return;
    }
    Set<String> devices = devices(vm, names);
    for (String device : vm.boot()) {
      if (!devices.contains(device)) {
        found.missing(vm.path(), vm, "disk or network card", device, devices);
      }
    }
  }

  private static Set<String> devices(Vm vm, Names names) {
    Set<String> devices = new TreeSet<>();
    for (Vm each : CloneOrigins.of(vm, names.guests)) {
      each.disks().forEach(disk -> devices.add(disk.slot()));
      for (int nic = 0; nic < each.nics().size(); nic++) {
        devices.add("net" + nic);
      }
      // The plan does not say at which slot the CD drives are.
      if (each.iso().isPresent() || each.cloudInit().isPresent()) {
        devices.addAll(IDE);
      }
    }
    return devices;
  }
}
