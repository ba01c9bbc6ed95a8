package io.pveplan.render.automation;

import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.HclBlock;
import java.util.Optional;
import java.util.TreeMap;

/** Blocks of a {@code proxmox_vm_qemu} about machine, firmware and controllers. */
final class TelmateHardware {

  static final String NESTED = "nested-virt";

  private TelmateHardware() {}

  static HclBlock cpu(Vm vm) {
    HclBlock block = HclBlock.of("cpu")
        .set("cores", vm.cores().orElseThrow())
        .set("sockets", vm.sockets().orElseThrow())
        .set("type", vm.cpuType().orElseThrow());
    if (vm.numa()) {
      block = block.set("numa", true);
    }
    if (vm.cpuLimit().isPresent()) {
      block = block.set("limit", (long) vm.cpuLimit().getAsDouble());
    }
    if (vm.cpuUnits().isPresent()) {
      block = block.set("units", vm.cpuUnits().getAsInt());
    }
    return vm.cpuFlags().isEmpty() ? block : block.block(flags(vm));
  }

  private static HclBlock flags(Vm vm) {
    TreeMap<String, String> values = new TreeMap<>();
    vm.cpuFlags()
        .forEach(flag -> values.put(name(flag.substring(1)), flag.startsWith("+") ? "on" : "off"));
    HclBlock block = HclBlock.of("flags");
    for (var value : values.entrySet()) {
      block = block.set(value.getKey(), value.getValue());
    }
    return block;
  }

  // The provider mistypes one of them.
  private static String name(String flag) {
    return flag.equals("pdpe1gb") ? "pbpe1gb" : flag.replace('-', '_');
  }

  static HclBlock add(HclBlock head, PlannedVm guest) {
    Vm vm = guest.vm();
    HclBlock block = head;
    Optional<EfiDisk> efi = guest.efiDisk();
    if (efi.isPresent()) {
      block = block.block(HclBlock.of("efidisk")
          .set("storage", efi.get().storage())
          .set("efitype", efi.get().efitype().text())
          .set("pre_enrolled_keys", efi.get().preEnrolledKeys()));
    }
    Optional<TpmState> tpm = guest.tpmState();
    if (tpm.isPresent()) {
      block = block.block(HclBlock.of("tpm_state")
          .set("storage", tpm.get().storage())
          .set("version", tpm.get().version().text()));
    }
    if (vm.vga().isPresent()) {
      block = block.block(HclBlock.of("vga").set("type", vm.vga().get().text()));
    }
    if (vm.serial0()) {
      block = block.block(HclBlock.of("serial").set("id", 0).set("type", "socket"));
    }
    return vm.startup().isPresent() ? block.block(startup(vm.startup().get())) : block;
  }

  private static HclBlock startup(Startup startup) {
    HclBlock block = HclBlock.of("startup_shutdown");
    if (startup.order().isPresent()) {
      block = block.set("order", startup.order().getAsInt());
    }
    if (startup.up().isPresent()) {
      block = block.set("startup_delay", startup.up().get().toSeconds());
    }
    return startup.down().isPresent()
        ? block.set("shutdown_timeout", startup.down().get().toSeconds())
        : block;
  }
}
