package io.pveplan.model.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitAccount;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Placement;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.StorageReach;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a provider can not express of a machine. */
final class VmLimits {

  private final TerraformProvider provider;
  private final WholeVm guest;
  private final Consumer<TerraformRefusal> refusals;

  private VmLimits(TerraformProvider provider, WholeVm guest, Consumer<TerraformRefusal> refusals) {
    this.provider = provider;
    this.guest = guest;
    this.refusals = refusals;
  }

  static void of(
      TerraformProvider provider,
      WholeVm guest,
      Terraform terraform,
      StorageReach reach,
      Placement placement,
      Consumer<TerraformRefusal> refusals) {
    VmLimits limits = new VmLimits(provider, guest, refusals);
    limits.common();
    switch (provider) {
      case BPG ->
        BpgLimits.look(
            guest, limits, terraform.bpgVersion().orElse(BpgVersion.READ), reach, placement);
      case TELMATE -> TelmateLimits.look(guest, limits, reach, placement);
    }
  }

  void refuse(String reason) {
    refuse(vm().path(), reason);
  }

  void refuse(PlanPath at, String reason) {
    refusals.accept(new TerraformRefusal(vm().vmid(), provider, at, reason));
  }

  void atMost(String what, long number, long most) {
    if (number > most) {
      refuse("the provider takes at most " + most + " " + what + ", the guest has " + number);
    }
  }

  /** What holds for both providers. */
  private void common() {
    if (vm().node().isEmpty()) {
      refuse("the plan does not say which node it starts its life on");
    }
    for (int index = 0; index < vm().devices().size(); index++) {
      // qemu-server, src/PVE/API2/Qemu.pm, check_vm_modify_config_perm.
      if (vm().devices().get(index).host().isPresent()) {
        refuse(
            vm().path().child(vm().deviceSlot(index)),
            "Proxmox VE lets only root give a device that is not mapped, and no API token");
      }
    }
    for (int nic = 0; nic < vm().nics().size(); nic++) {
      addresses(nic);
    }
    long drives = (guest.cloudInit().isPresent() ? 1 : 0) + (guest.iso().isPresent() ? 1 : 0);
    if (drives > 0 && drives > guest.freeIde().size()) {
      refuse("its disks leave no IDE slot to the cloud-init drive or the ISO image");
    }
    guest.cloudInit().ifPresent(this::cloudInit);
  }

  /** The place of its cloud-init settings. */
  PlanPath cloudInit() {
    return vm().path().child("cloud-init");
  }

  private void cloudInit(CloudInit settings) {
    PlanPath at = cloudInit();
    if (guest.cloudInitStorage().isEmpty()) {
      refuse(at, "no storage for the cloud-init drive: the plan names none and no disk");
    }
    if (settings.vendorData().isPresent() && settings.beyondSettings()) {
      refuse(
          at,
          "packages, files and commands travel as vendor-data, and that is "
              + settings.vendorData().get());
    }
    if (settings.beyondSettings() && vm().forWindows()) {
      refuse(
          at,
          "packages, files and commands travel as vendor-data, which cloudbase-init on Windows does"
              + " not read");
    }
    for (CloudInitAccount account : settings.accounts()) {
      refuse(
          at.child(account.name()),
          "its settings know one user, and the list of users that Proxmox VE writes to user-data"
              + " replaces one in vendor-data");
    }
  }

  /** The places of the devices of a kind. */
  Stream<PlanPath> devices(DeviceKind kind) {
    List<GuestDevice> devices = vm().devices();
    return IntStream.range(0, devices.size())
        .filter(index -> devices.get(index).deviceKind() == kind)
        .mapToObj(index -> vm().path().child(vm().deviceSlot(index)));
  }

  PlanPath slot(GuestDisk disk) {
    return vm().path().child(disk.slot());
  }

  private Vm vm() {
    return guest.vm();
  }

  // ipconfigN has one address of each family.
  private void addresses(int nic) {
    List<IpConfig> configs = guest.addresses(nic);
    long v4 = configs.stream().filter(it -> it.dhcp() || isV4(it)).count();
    if (v4 > 1 || configs.size() - v4 > 1) {
      refuse(guest.card(nic), "a card has one IPv4 and one IPv6 address in Proxmox VE's settings");
    }
  }

  private static boolean isV4(IpConfig config) {
    return config
        .address()
        .map(it -> it.address().address())
        .filter(IpAddress::isV4)
        .isPresent();
  }
}
