package io.pveplan.render.automation;

import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.Startup;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.HclSink;
import io.pveplan.render.text.HclValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Blocks of a {@code proxmox_virtual_environment_vm} about machine, firmware and controllers. */
final class BpgHardware {

  private BpgHardware() {}

  static void cpu(HclSink to, Vm vm) {
    to.open("cpu")
        .set("cores", vm.cores().orElseThrow())
        .set("sockets", vm.sockets().orElseThrow())
        .set("type", vm.cpuType().orElseThrow());
    if (!vm.cpuFlags().isEmpty()) {
      to.set("flags", HclValue.texts(vm.cpuFlags()));
    }
    if (vm.numa()) {
      to.set("numa", true);
    }
    if (vm.cpuLimit().isPresent()) {
      to.set("limit", number(vm.cpuLimit().getAsDouble()));
    }
    if (vm.cpuUnits().isPresent()) {
      to.set("units", vm.cpuUnits().getAsInt());
    }
    to.close();
  }

  static HclValue number(double number) {
    return HclValue.number(BigDecimal.valueOf(number).stripTrailingZeros());
  }

  static void write(HclSink to, PlannedVm guest) {
    Vm vm = guest.vm();
    Optional<EfiDisk> efi = guest.efiDisk();
    if (efi.isPresent()) {
      to.open("efi_disk")
          .set("datastore_id", efi.get().storage())
          .set("file_format", guest.drives().formatOfEfiDisk())
          .set("type", efi.get().efitype().text())
          .set("pre_enrolled_keys", efi.get().preEnrolledKeys())
          .close();
    }
    Optional<TpmState> tpm = guest.tpmState();
    if (tpm.isPresent()) {
      to.open("tpm_state")
          .set("datastore_id", tpm.get().storage())
          .set("version", tpm.get().version().text())
          .close();
    }
    if (guest.ostype().isPresent()) {
      to.open("operating_system").set("type", guest.ostype().get().text()).close();
    }
    if (vm.vga().isPresent()) {
      vga(to, vm.vga().get());
    }
    if (vm.serial0()) {
      to.open("serial_device").set("device", "socket").close();
    }
    if (vm.startup().isPresent()) {
      startup(to, vm.startup().get());
    }
  }

  // The provider's own 16 MiB is less than what QEMU takes for some: virtio has 256 MiB of the
  // host, QXL 64 MiB of video memory, which is twice what Proxmox VE is told, and cirrus 4 MiB.
  private static void vga(HclSink to, VgaType type) {
    to.open("vga").set("type", type.text());
    switch (type) {
      case VIRTIO, VIRTIO_GL -> to.set("memory", 256);
      case QXL, QXL2, QXL3, QXL4 -> to.set("memory", 32);
      case CIRRUS -> to.set("memory", 4);
      default -> {}
    }
    to.close();
  }

  static void startup(HclSink to, Startup startup) {
    to.open("startup");
    if (startup.order().isPresent()) {
      to.set("order", startup.order().getAsInt());
    }
    if (startup.up().isPresent()) {
      to.set("up_delay", startup.up().get().toSeconds());
    }
    if (startup.down().isPresent()) {
      to.set("down_delay", startup.down().get().toSeconds());
    }
    to.close();
  }
}
