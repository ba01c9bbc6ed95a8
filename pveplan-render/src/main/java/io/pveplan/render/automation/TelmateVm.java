package io.pveplan.render.automation;

import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclSink;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One {@code proxmox_vm_qemu}. The provider takes from a clone whatever its resource does not name:
 * disks, cards and cloud-init drive of the template are repeated here.
 */
final class TelmateVm {

  static final String TYPE = "proxmox_vm_qemu";

  private final PlannedVm guest;
  private final Vm vm;
  private final Optional<Volume> vendorData;

  TelmateVm(PlannedVm guest, Optional<Volume> vendorData) {
    this.guest = guest;
    this.vm = guest.vm();
    this.vendorData = vendorData;
  }

  void write(HclSink to) {
    to.open("resource", TYPE, guest.label())
        .set("name", vm.name())
        .set("vmid", vm.vmid().value())
        .set("target_node", vm.node().orElseThrow())
        // The provider writes a description of its own where there is none.
        .set("description", vm.description().orElse(""));
    if (!guest.tags().isEmpty()) {
      to.set("tags", String.join(";", guest.tags()));
    }
    if (vm.clone().isPresent()) {
      // By number: two templates may have one name.
      to.set("clone_id", vm.clone().get().template().value())
          .set("full_clone", vm.clone().get().full());
    }
    to.set("power_state", guest.started() ? "running" : "stopped")
        .set("start_at_node_boot", vm.onBoot())
        .set("agent", vm.agent() ? 1 : 0)
        .set("memory", vm.memory().orElseThrow().toMib())
        // The provider's own 0 takes away the balloon that Proxmox VE gives each machine.
        .set("balloon", vm.balloon().or(vm::memory).orElseThrow().toMib())
        .set("scsihw", guest.scsihw().text())
        .set("machine", vm.machine())
        .set("bios", vm.bios().map(Bios::text))
        .set("qemu_os", guest.ostype().map(OsType::text))
        .set("pool", vm.pool());
    if (vm.mustRun()) {
      to.set("automatic_reboot", false);
    }
    if (vm.protection()) {
      to.set("protection", true);
    }
    if (!vm.boot().isEmpty()) {
      to.set("boot", "order=" + String.join(";", vm.boot()));
    }
    guest.cloudInit().ifPresent(it -> cloudInit(to, it));
    blocks(to);
    to.close();
  }

  private void cloudInit(HclSink to, CloudInit cloudInit) {
    to.set("ciuser", cloudInit.user())
        .set("ciupgrade", cloudInit.upgrade())
        .set("cicustom", custom(cloudInit))
        .set("searchdomain", cloudInit.searchDomain());
    if (!cloudInit.dnsServers().isEmpty()) {
      // The product splits them at blanks only (qemu-server, QemuServer/Cloudinit.pm).
      to.set(
          "nameserver",
          String.join(
              " ", cloudInit.dnsServers().stream().map(IpAddress::toString).toList()));
    }
    if (!cloudInit.sshKeys().isEmpty()) {
      to.set(
          "sshkeys",
          HclValue.call("join", HclValue.text("\n"), HclValue.texts(cloudInit.sshKeys())));
    }
    for (int nic = 0; nic < guest.nics().size(); nic++) {
      to.set("ipconfig" + nic, ipConfig(CardAddresses.of(guest.addresses(nic))));
    }
  }

  private Optional<String> custom(CloudInit cloudInit) {
    Map<String, Volume> snippets = new LinkedHashMap<>(cloudInit.ownDocuments());
    vendorData.ifPresent(it -> snippets.put("vendor", it));
    return Optional.of(snippets.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(",")))
        .filter(it -> !it.isEmpty());
  }

  private static String ipConfig(CardAddresses addresses) {
    List<String> parts = new ArrayList<>();
    if (addresses.dhcp()) {
      parts.add("ip=dhcp");
    }
    addresses.v4().ifPresent(it -> add(parts, "ip", "gw", it));
    addresses.ipv6().ifPresent(it -> parts.add("ip6=" + it));
    addresses.v6().ifPresent(it -> add(parts, "ip6", "gw6", it));
    return String.join(",", parts);
  }

  private static void add(List<String> parts, String address, String gateway, IpConfig config) {
    parts.add(address + "=" + CardAddresses.text(config));
    config.gateway().ifPresent(it -> parts.add(gateway + "=" + it));
  }

  private void blocks(HclSink to) {
    TelmateHardware.cpu(to, vm);
    TelmateHardware.write(to, guest);
    TelmateDisks.write(to, guest);
    for (int nic = 0; nic < guest.nics().size(); nic++) {
      network(to, nic, guest.nics().get(nic));
    }
    for (int index = 0; index < vm.devices().size(); index++) {
      device(to, index);
    }
    // The provider would take the guest out of the hands of the HA manager.
    Lifecycle.write(
        to,
        vm,
        guest.ha(),
        Stream.of("target_node", "hastate", "hagroup").map(HclValue::reference).toList(),
        madeOnce());
  }

  // All of them are ForceNew, or hold what is (provider, proxmox/Internal/resource/guest/qemu/tpm,
  // efi, cloudinit).
  private List<HclReference> madeOnce() {
    List<HclReference> names = new ArrayList<>();
    if (vm.clone().isPresent()) {
      names.add(HclValue.reference("clone_id"));
      names.add(HclValue.reference("full_clone"));
    }
    if (guest.cloudInit().flatMap(this::custom).isPresent()) {
      names.add(HclValue.reference("cicustom"));
    }
    if (guest.efiDisk().isPresent()) {
      names.add(HclValue.reference("efidisk"));
    }
    if (guest.tpmState().isPresent()) {
      names.add(HclValue.reference("tpm_state"));
    }
    return names;
  }

  private void device(HclSink to, int index) {
    GuestDevice device = vm.devices().get(index);
    DeviceKind kind = device.deviceKind();
    to.open(kind.text())
        .set("id", Integer.parseInt(vm.deviceSlot(index).substring(kind.slot().length())))
        .set("mapping_id", device.mapping())
        .set("mdev", device.mediatedType())
        .close();
  }

  private static void network(HclSink to, int number, GuestNic nic) {
    to.open("network")
        .set("id", number)
        .set("model", nic.model().text())
        .set("bridge", nic.bridge())
        .set("macaddr", nic.mac().map(MacAddress::toString));
    if (nic.tag().isPresent()) {
      to.set("tag", nic.tag().get().value());
    }
    if (nic.mtu().isPresent()) {
      to.set("mtu", nic.mtu().getAsInt());
    }
    if (nic.queues().isPresent()) {
      to.set("queues", nic.queues().getAsInt());
    }
    if (nic.rate().isPresent()) {
      to.set("rate", HclValue.number(nic.rate().get().megabytesPerSecond()));
    }
    if (nic.linkDown()) {
      to.set("link_down", true);
    }
    if (nic.firewall()) {
      to.set("firewall", true);
    }
    to.close();
  }
}
