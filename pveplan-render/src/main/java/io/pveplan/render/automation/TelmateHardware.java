package io.pveplan.render.automation;

import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.HclSink;
import java.util.Optional;
import java.util.TreeMap;

/** Blocks of a {@code proxmox_vm_qemu} about machine, firmware and controllers. */
final class TelmateHardware {

  static final String NESTED = "nested-virt";

  private TelmateHardware() {}

  static void cpu(HclSink to, Vm vm) {
    to.open("cpu")
        .set("cores", vm.cores().orElseThrow())
        .set("sockets", vm.sockets().orElseThrow())
        .set("type", vm.cpuType().orElseThrow());
    if (vm.numa()) {
      to.set("numa", true);
    }
    if (vm.cpuLimit().isPresent()) {
      to.set("limit", (long) vm.cpuLimit().getAsDouble());
    }
    if (vm.cpuUnits().isPresent()) {
      to.set("units", vm.cpuUnits().getAsInt());
    }
    if (!vm.cpuFlags().isEmpty()) {
      flags(to, vm);
    }
    to.close();
  }

  private static void flags(HclSink to, Vm vm) {
    TreeMap<String, String> values = new TreeMap<>();
    vm.cpuFlags()
        .forEach(flag -> values.put(name(flag.substring(1)), flag.startsWith("+") ? "on" : "off"));
    to.open("flags");
    values.forEach(to::set);
    to.close();
  }

  // The provider mistypes one of them.
  private static String name(String flag) {
    return flag.equals("pdpe1gb") ? "pbpe1gb" : flag.replace('-', '_');
  }

  static void write(HclSink to, PlannedVm guest) {
    Vm vm = guest.vm();
    Optional<EfiDisk> efi = guest.efiDisk();
    if (efi.isPresent()) {
      to.open("efidisk")
          .set("storage", efi.get().storage())
          .set("format", guest.drives().formatOfEfiDisk())
          .set("efitype", efi.get().efitype().text())
          .set("pre_enrolled_keys", efi.get().preEnrolledKeys())
          .close();
    }
    Optional<TpmState> tpm = guest.tpmState();
    if (tpm.isPresent()) {
      to.open("tpm_state")
          .set("storage", tpm.get().storage())
          .set("version", tpm.get().version().text())
          .close();
    }
    if (vm.vga().isPresent()) {
      to.open("vga").set("type", vm.vga().get().text()).close();
    }
    if (vm.serial0()) {
      to.open("serial").set("id", 0).set("type", "socket").close();
    }
    if (vm.startup().isPresent()) {
      startup(to, vm.startup().get());
    }
  }

  private static void startup(HclSink to, Startup startup) {
    to.open("startup_shutdown");
    if (startup.order().isPresent()) {
      to.set("order", startup.order().getAsInt());
    }
    if (startup.up().isPresent()) {
      to.set("startup_delay", startup.up().get().toSeconds());
    }
    if (startup.down().isPresent()) {
      to.set("shutdown_timeout", startup.down().get().toSeconds());
    }
    to.close();
  }
}
