package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitAccount;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.network.IpAddress;
import io.pveplan.render.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a provider can not express of a guest; each entry keeps the guest out of its module. */
final class Limits {

  private final PlannedVm guest;
  private final String folder;
  private final List<Gap> gaps = new ArrayList<>();

  Limits(PlannedVm guest, String folder) {
    this.guest = guest;
    this.folder = folder;
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  void refuse(String reason) {
    refuse(guest.path(), reason);
  }

  void refuse(PlanPath at, String reason) {
    gaps.add(TerraformRenderer.gap(at, folder, reason));
  }

  void atMost(String what, long number, long most) {
    if (number > most) {
      refuse("the provider takes at most " + most + " " + what + ", the guest has " + number);
    }
  }

  /** What holds for both providers. */
  Limits common() {
    if (guest.vm().node().isEmpty()) {
      refuse("the plan does not say which node it starts its life on");
    }
    for (int index = 0; index < guest.vm().devices().size(); index++) {
      // qemu-server, src/PVE/API2/Qemu.pm, check_vm_modify_config_perm.
      if (guest.vm().devices().get(index).host().isPresent()) {
        refuse(
            guest.path().child(guest.vm().deviceSlot(index)),
            "Proxmox VE lets only root give a device that is not mapped, and no API token");
      }
    }
    for (int nic = 0; nic < guest.nics().size(); nic++) {
      addresses(nic);
    }
    long drives = (guest.cloudInit().isPresent() ? 1 : 0) + (guest.vm().iso().isPresent() ? 1 : 0);
    if (drives > 0 && drives > guest.freeIde().size()) {
      refuse("its disks leave no IDE slot to the cloud-init drive or the ISO image");
    }
    if (guest.cloudInit().isEmpty()) {
      return this;
    }
    if (guest.cloudInitStorage().isEmpty()) {
      refuse(cloudInit(), "no storage for the cloud-init drive: the plan names none and no disk");
    }
    guest
        .cloudInit()
        .filter(it -> it.vendorData().isPresent() && it.beyondSettings())
        .ifPresent(it -> refuse(
            cloudInit(),
            "packages, files and commands travel as vendor-data, and that is "
                + it.vendorData().get()));
    guest
        .cloudInit()
        .filter(it -> it.beyondSettings() && guest.vm().forWindows())
        .ifPresent(it -> refuse(
            cloudInit(),
            "packages, files and commands travel as vendor-data, which cloudbase-init on Windows does"
                + " not read"));
    for (CloudInitAccount account : guest.cloudInit().map(CloudInit::accounts).orElse(List.of())) {
      refuse(
          cloudInit().child(account.name()),
          "its settings know one user, and the list of users that Proxmox VE writes to user-data"
              + " replaces one in vendor-data");
    }
    return this;
  }

  /** The places of the devices of a kind. */
  Stream<PlanPath> devices(DeviceKind kind) {
    List<GuestDevice> devices = guest.vm().devices();
    return IntStream.range(0, devices.size())
        .filter(index -> devices.get(index).deviceKind() == kind)
        .mapToObj(index -> guest.path().child(guest.vm().deviceSlot(index)));
  }

  PlanPath slot(GuestDisk disk) {
    return guest.path().child(disk.slot());
  }

  PlanPath cloudInit() {
    return guest.path().child("cloud-init");
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
