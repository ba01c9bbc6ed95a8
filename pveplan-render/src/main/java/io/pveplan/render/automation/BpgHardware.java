package io.pveplan.render.automation;

import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Blocks of a {@code proxmox_virtual_environment_vm} about machine, firmware and controllers. */
final class BpgHardware {

  private static final HclBlock CPU = HclBlock.of("cpu");

  private BpgHardware() {}

  static HclBlock cpu(Vm vm) {
    HclBlock block = CPU.set("cores", vm.cores().orElseThrow())
        .set("sockets", vm.sockets().orElseThrow())
        .set("type", vm.cpuType().orElseThrow());
    if (!vm.cpuFlags().isEmpty()) {
      block = block.set("flags", HclValue.texts(vm.cpuFlags()));
    }
    if (vm.numa()) {
      block = block.set("numa", true);
    }
    if (vm.cpuLimit().isPresent()) {
      block = block.set("limit", number(vm.cpuLimit().getAsDouble()));
    }
    return vm.cpuUnits().isPresent() ? block.set("units", vm.cpuUnits().getAsInt()) : block;
  }

  static HclValue number(double number) {
    return HclValue.number(BigDecimal.valueOf(number).stripTrailingZeros());
  }

  static HclBlock add(HclBlock head, PlannedVm guest) {
    Vm vm = guest.vm();
    HclBlock block = head;
    Optional<EfiDisk> efi = guest.efiDisk();
    if (efi.isPresent()) {
      block = block.block(HclBlock.of("efi_disk")
          .set("datastore_id", efi.get().storage())
          .set("type", efi.get().efitype().text())
          .set("pre_enrolled_keys", efi.get().preEnrolledKeys()));
    }
    Optional<TpmState> tpm = guest.tpmState();
    if (tpm.isPresent()) {
      block = block.block(HclBlock.of("tpm_state")
          .set("datastore_id", tpm.get().storage())
          .set("version", tpm.get().version().text()));
    }
    if (guest.ostype().isPresent()) {
      block = block.block(
          HclBlock.of("operating_system").set("type", guest.ostype().get().text()));
    }
    if (vm.vga().isPresent()) {
      block = block.block(HclBlock.of("vga").set("type", vm.vga().get().text()));
    }
    if (vm.serial0()) {
      block = block.block(HclBlock.of("serial_device").set("device", "socket"));
    }
    return vm.startup().isPresent() ? block.block(startup(vm.startup().get())) : block;
  }

  static HclBlock startup(Startup startup) {
    HclBlock block = HclBlock.of("startup");
    if (startup.order().isPresent()) {
      block = block.set("order", startup.order().getAsInt());
    }
    if (startup.up().isPresent()) {
      block = block.set("up_delay", startup.up().get().toSeconds());
    }
    return startup.down().isPresent()
        ? block.set("down_delay", startup.down().get().toSeconds())
        : block;
  }
}
