package io.pveplan.render.automation;

import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclSink;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One {@code proxmox_virtual_environment_vm}; the short name {@code proxmox_vm} is another type. */
final class BpgVm {

  static final String TYPE = "proxmox_virtual_environment_vm";

  // Its schema's default, which it sends and reads where there is none.
  private static final String KEYBOARD = "en-us";

  private static final List<HclValue> MANAGED = List.of(HclValue.reference("node_name"));

  private final BpgSettings settings;
  private final PlannedVm guest;
  private final Vm vm;
  private final Optional<PlannedVm> template;
  private final Optional<BpgSnippet> snippet;
  private final Optional<Volume> vendorData;

  /**
   * With the template only if the module makes that, too.
   *
   * @param inherited the vendor-data that a clone has from its template and would lose
   */
  BpgVm(
      BpgSettings settings,
      PlannedVm guest,
      Optional<PlannedVm> template,
      Optional<BpgSnippet> snippet,
      Optional<Volume> inherited) {
    this.settings = settings;
    this.guest = guest;
    this.vm = guest.vm();
    this.template = template;
    this.snippet = snippet;
    this.vendorData = snippet
        .map(BpgSnippet::volume)
        .or(() -> vm.cloudInit().flatMap(CloudInit::vendorData))
        .or(() -> inherited);
  }

  static HclReference reference(PlannedVm guest) {
    return HclValue.reference(TYPE, guest.label());
  }

  void write(HclSink to) {
    to.open("resource", TYPE, guest.label())
        .set("name", vm.name())
        .set("vm_id", vm.vmid().value())
        .set("node_name", vm.node().orElseThrow())
        .set("description", vm.description());
    if (!guest.tags().isEmpty()) {
      to.set("tags", HclValue.texts(guest.tags()));
    }
    if (vm.template()) {
      to.set("template", true);
    }
    to.set("started", guest.started())
        .set("on_boot", vm.onBoot())
        .set("scsi_hardware", guest.scsihw().text())
        .set("machine", vm.machine())
        .set("bios", vm.bios().map(Bios::text))
        .set("keyboard_layout", keyboard())
        .set("pool_id", vm.pool());
    if (vm.protection()) {
      to.set("protection", true);
    }
    if (!vm.boot().isEmpty()) {
      to.set("boot_order", HclValue.texts(vm.boot()));
    }
    // Otherwise a changed node_name destroys the guest and makes it anew.
    to.set("migrate", true);
    if (vm.mustRun()) {
      to.set("reboot_after_update", false);
    }
    if (!vm.agent()) {
      // Nothing in the guest answers a request to shut down for sure.
      to.set("stop_on_destroy", true);
    }
    if (vm.clone().isPresent()) {
      to.set("timeout_clone", 1800);
    }
    blocks(to);
    if (snippet.isPresent()) {
      to.set("depends_on", HclValue.list(snippet.get().reference()));
    }
    Lifecycle.write(to, vm, guest.ha(), MANAGED, madeOnce());
    to.close();
  }

  private void blocks(HclSink to) {
    if (vm.clone().isPresent()) {
      clone(to, vm.clone().get());
    }
    if (vm.agent()) {
      // The provider's own 15 minutes pass at every refresh while no agent answers.
      to.open("agent").set("enabled", true).set("timeout", "3m").close();
    }
    BpgHardware.cpu(to, vm);
    memory(to);
    for (GuestDisk disk : guest.disks()) {
      disk(to, disk, guest.drives());
    }
    if (guest.iso().isPresent()) {
      to.open("cdrom")
          .set("interface", guest.isoSlot().orElseThrow())
          .set("file_id", guest.iso().get().toString())
          .close();
    }
    for (int index = 0; index < vm.devices().size(); index++) {
      device(to, index);
    }
    if (vm.cloudInit().isPresent()) {
      initialization(to, vm.cloudInit().get());
    }
    BpgHardware.write(to, guest);
    for (GuestNic nic : vm.nics()) {
      networkDevice(to, nic);
    }
  }

  // Otherwise the provider gives it en-us; a clone has that of its template.
  private Optional<String> keyboard() {
    return vm.clone().isPresent() ? Optional.empty() : settings.keyboard();
  }

  // What is ForceNew, and an EFI disk, which other keys would have made anew and empty
  // (proxmoxtf/resource/vm/vm.go, vmGetEfiDisk).
  private List<HclValue> madeOnce() {
    List<HclValue> names = new ArrayList<>();
    if (settings.imports()) {
      addUnset(names);
    }
    if (vm.clone().isPresent()) {
      names.add(HclValue.reference("clone"));
    }
    vm.cloudInit().ifPresent(it -> addDocuments(names, it));
    if (guest.efiDisk().isPresent()) {
      names.add(HclValue.reference("efi_disk"));
    }
    if (guest.tpmState().isPresent()) {
      names.add(HclValue.reference("tpm_state"));
    }
    return names;
  }

  // What would restart a machine that is there, without changing it.
  private void addUnset(List<HclValue> names) {
    boolean unset = !settings.version().readsUnset();
    // It follows the datacenter.
    if (unset || keyboard().filter(it -> !it.equals(KEYBOARD)).isPresent()) {
      names.add(HclValue.reference("keyboard_layout"));
    }
    if (unset && vm.agent()) {
      names.add(HclValue.reference("agent").index(0).attribute("type"));
    }
    // Of its template; the provider finds it, and can not take it away.
    if (vm.cloudInit().isEmpty() && guest.cloudInit().isPresent()) {
      names.add(HclValue.reference("initialization"));
    }
  }

  private void addDocuments(List<HclValue> names, CloudInit cloudInit) {
    cloudInit.userData().ifPresent(file -> names.add(document("user")));
    cloudInit.networkConfig().ifPresent(file -> names.add(document("network")));
    cloudInit.metaData().ifPresent(file -> names.add(document("meta")));
    if (vendorData.isPresent()) {
      names.add(document("vendor"));
    }
  }

  private static HclValue document(String name) {
    return HclValue.reference("initialization").index(0).attribute(name + "_data_file_id");
  }

  private void clone(HclSink to, Clone clone) {
    HclValue source = template
        .<HclValue>map(it -> reference(it).attribute("vm_id"))
        .orElseGet(() -> HclValue.number(clone.template().value()));
    to.open("clone")
        .set("vm_id", source)
        .set("node_name", guest.template().flatMap(Vm::node))
        .set("full", clone.full())
        .set("datastore_id", otherStorage(clone))
        .close();
  }

  /** The storage a full clone goes to at once, when that is one and not the template's. */
  private Optional<String> otherStorage(Clone clone) {
    Set<String> own = storages(guest.disks());
    Set<String> from = guest.template().map(it -> storages(it.disks())).orElse(Set.of());
    return clone.full() && own.size() == 1 && !own.equals(from)
        ? own.stream().findFirst()
        : Optional.empty();
  }

  private static Set<String> storages(List<GuestDisk> disks) {
    return disks.stream().map(GuestDisk::storage).collect(Collectors.toSet());
  }

  private void memory(HclSink to) {
    DataSize all = vm.memory().orElseThrow();
    // The provider's own 0 takes away the balloon that Proxmox VE gives each machine.
    to.open("memory")
        .set("dedicated", all.toMib())
        .set("floating", vm.balloon().orElse(all).toMib())
        .close();
  }

  private static void disk(HclSink to, GuestDisk disk, PlannedDrives drives) {
    to.open("disk")
        .set("interface", disk.slot())
        .set("datastore_id", disk.storage())
        .set("size", disk.size().toGib())
        .set("file_format", disk.format().map(DiskFormat::text))
        .set("import_from", disk.importFrom().map(Volume::toString))
        .set("replicate", disk.replicate())
        .set("cache", disk.cache().map(DiskCache::text))
        .set("aio", drives.access(disk));
    if (disk.discard()) {
      to.set("discard", "on");
    }
    if (disk.iothread()) {
      to.set("iothread", true);
    }
    if (disk.ssd()) {
      to.set("ssd", true);
    }
    if (!disk.backup()) {
      to.set("backup", false);
    }
    to.close();
  }

  // Directories and USB devices are numbered in the order of their blocks.
  private void device(HclSink to, int index) {
    GuestDevice device = vm.devices().get(index);
    String mapping = device.mapping().orElseThrow();
    switch (device.deviceKind()) {
      case PCI ->
        to.open("hostpci")
            .set("device", vm.deviceSlot(index))
            .set("mapping", mapping)
            // The provider's own is off.
            .set("rombar", true)
            .set("mdev", device.mediatedType());
      case USB -> to.open("usb").set("mapping", mapping);
      case DIRECTORY -> to.open("virtiofs").set("mapping", mapping);
    }
    to.close();
  }

  private void initialization(HclSink to, CloudInit cloudInit) {
    to.open("initialization")
        .set("datastore_id", guest.cloudInitStorage().orElseThrow())
        .set("interface", guest.cloudInitSlot().orElseThrow());
    if (settings.version().atLeast(BpgVersion.UPGRADE)) {
      to.set("upgrade", cloudInit.upgrade());
    }
    // Vendor-data by its name: the id of a file that is to be written again is unknown, and an
    // unknown one has the guest destroyed and made again.
    to.set("user_data_file_id", cloudInit.userData().map(Volume::toString))
        .set("network_data_file_id", cloudInit.networkConfig().map(Volume::toString))
        .set("meta_data_file_id", cloudInit.metaData().map(Volume::toString))
        .set("vendor_data_file_id", vendorData.map(Volume::toString));
    dns(to, cloudInit.dnsServers(), cloudInit.searchDomain());
    for (int nic = 0; nic < guest.nics().size(); nic++) {
      ipConfig(to, CardAddresses.of(guest.addresses(nic)));
    }
    // The provider takes no user beside user-data (docs/resources/virtual_environment_vm.md).
    boolean nobody = cloudInit.user().isEmpty() && cloudInit.sshKeys().isEmpty();
    if (!nobody && cloudInit.userData().isEmpty()) {
      userAccount(to, cloudInit);
    }
    to.close();
  }

  static void dns(HclSink to, List<IpAddress> servers, Optional<String> domain) {
    if (servers.isEmpty() && domain.isEmpty()) {
      return;
    }
    to.open("dns").set("domain", domain);
    if (!servers.isEmpty()) {
      to.set("servers", HclValue.texts(servers.stream().map(IpAddress::toString).toList()));
    }
    to.close();
  }

  static void ipConfig(HclSink to, CardAddresses addresses) {
    to.open("ip_config");
    if (addresses.dhcp()) {
      to.open("ipv4").set("address", "dhcp").close();
    }
    if (addresses.v4().isPresent()) {
      address(to, "ipv4", addresses.v4().get());
    }
    if (addresses.ipv6().isPresent()) {
      to.open("ipv6").set("address", addresses.ipv6().get().text()).close();
    }
    if (addresses.v6().isPresent()) {
      address(to, "ipv6", addresses.v6().get());
    }
    to.close();
  }

  private static void address(HclSink to, String family, IpConfig config) {
    to.open(family)
        .set("address", CardAddresses.text(config))
        .set("gateway", config.gateway().map(IpAddress::toString))
        .close();
  }

  private static void userAccount(HclSink to, CloudInit cloudInit) {
    to.open("user_account").set("username", cloudInit.user());
    if (!cloudInit.sshKeys().isEmpty()) {
      to.set("keys", HclValue.texts(cloudInit.sshKeys()));
    }
    to.close();
  }

  private static void networkDevice(HclSink to, GuestNic nic) {
    to.open("network_device")
        .set("bridge", nic.bridge())
        .set("model", nic.model().text())
        .set("mac_address", nic.mac().map(MacAddress::toString));
    if (nic.tag().isPresent()) {
      to.set("vlan_id", nic.tag().get().value());
    }
    if (!nic.trunks().isEmpty()) {
      to.set(
          "trunks",
          nic.trunks().stream().map(VlanRange::toString).collect(Collectors.joining(";")));
    }
    if (nic.mtu().isPresent()) {
      to.set("mtu", nic.mtu().getAsInt());
    }
    if (nic.queues().isPresent()) {
      to.set("queues", nic.queues().getAsInt());
    }
    if (nic.rate().isPresent()) {
      to.set("rate_limit", HclValue.number(nic.rate().get().megabytesPerSecond()));
    }
    if (nic.linkDown()) {
      to.set("disconnected", true);
    }
    if (nic.firewall()) {
      to.set("firewall", true);
    }
    to.close();
  }
}
