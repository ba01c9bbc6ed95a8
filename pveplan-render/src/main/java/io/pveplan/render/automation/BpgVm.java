package io.pveplan.render.automation;

import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.guest.Bios;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.DiskAio;
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
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclReference;
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

  private static final HclBlock MEMORY = HclBlock.of("memory");
  private static final HclBlock DISK = HclBlock.of("disk");
  private static final HclBlock NETWORK_DEVICE = HclBlock.of("network_device");
  private static final List<HclValue> MANAGED = List.of(HclValue.reference("node_name"));

  private final BpgSettings settings;
  private final PlannedVm guest;
  private final Vm vm;
  private final Optional<PlannedVm> template;
  private final Optional<BpgSnippet> snippet;

  /** With the template only if the module makes that, too. */
  BpgVm(
      BpgSettings settings,
      PlannedVm guest,
      Optional<PlannedVm> template,
      Optional<BpgSnippet> snippet) {
    this.settings = settings;
    this.guest = guest;
    this.vm = guest.vm();
    this.template = template;
    this.snippet = snippet;
  }

  static HclReference reference(PlannedVm guest) {
    return HclValue.reference(TYPE, guest.label());
  }

  HclBlock resource() {
    HclBlock block = HclBlock.of("resource", TYPE, guest.label())
        .set("name", vm.name())
        .set("vm_id", vm.vmid().value())
        .set("node_name", vm.node().orElseThrow())
        .set("description", vm.description());
    if (!vm.tags().isEmpty()) {
      block = block.set("tags", HclValue.texts(vm.tags()));
    }
    if (vm.template()) {
      block = block.set("template", true);
    }
    block = block
        .set("started", guest.started())
        .set("on_boot", vm.onBoot())
        .set("scsi_hardware", guest.scsihw().text())
        .set("machine", vm.machine())
        .set("bios", vm.bios().map(Bios::text))
        .set("keyboard_layout", keyboard())
        .set("pool_id", vm.pool());
    if (vm.protection()) {
      block = block.set("protection", true);
    }
    if (!vm.boot().isEmpty()) {
      block = block.set("boot_order", HclValue.texts(vm.boot()));
    }
    // Otherwise a changed node_name destroys the guest and makes it anew.
    block = block.set("migrate", true);
    if (vm.mustRun()) {
      block = block.set("reboot_after_update", false);
    }
    if (!vm.agent()) {
      // Nothing in the guest answers a request to shut down for sure.
      block = block.set("stop_on_destroy", true);
    }
    return withBlocks(block);
  }

  private HclBlock withBlocks(HclBlock head) {
    HclBlock block = head;
    if (vm.clone().isPresent()) {
      block = block.set("timeout_clone", 1800).block(clone(vm.clone().get()));
    }
    if (vm.agent()) {
      // The provider's own 15 minutes pass at every refresh while no agent answers.
      block = block.block(HclBlock.of("agent").set("enabled", true).set("timeout", "3m"));
    }
    block = block.block(BpgHardware.cpu(vm)).block(memory());
    for (GuestDisk disk : guest.disks()) {
      block = block.block(disk(disk));
    }
    if (vm.iso().isPresent()) {
      block = block.block(cdrom(vm.iso().get()));
    }
    for (int index = 0; index < vm.devices().size(); index++) {
      block = block.block(device(index));
    }
    if (vm.cloudInit().isPresent()) {
      block = block.block(initialization(vm.cloudInit().get()));
    }
    block = BpgHardware.add(block, guest);
    for (GuestNic nic : vm.nics()) {
      block = block.block(networkDevice(nic));
    }
    if (snippet.isPresent()) {
      block = block.set("depends_on", HclValue.list(snippet.get().reference()));
    }
    return Lifecycle.add(block, vm, guest.ha(), MANAGED, madeOnce());
  }

  // Otherwise the provider gives it en-us; a clone has that of its template.
  private Optional<String> keyboard() {
    return vm.clone().isPresent() ? Optional.empty() : settings.keyboard();
  }

  // But for the keyboard all of them are ForceNew (proxmoxtf/resource/vm/vm.go).
  private List<HclValue> madeOnce() {
    List<HclValue> names = new ArrayList<>();
    // What is there follows the datacenter; to write its keyboard to it would restart it.
    if (settings.imports() && keyboard().filter(it -> !it.equals(KEYBOARD)).isPresent()) {
      names.add(HclValue.reference("keyboard_layout"));
    }
    if (vm.clone().isPresent()) {
      names.add(HclValue.reference("clone"));
    }
    vm.cloudInit().ifPresent(it -> addDocuments(names, it));
    return names;
  }

  private void addDocuments(List<HclValue> names, CloudInit cloudInit) {
    cloudInit.userData().ifPresent(file -> names.add(document("user")));
    cloudInit.networkConfig().ifPresent(file -> names.add(document("network")));
    cloudInit.metaData().ifPresent(file -> names.add(document("meta")));
    if (snippet.isPresent() || cloudInit.vendorData().isPresent()) {
      names.add(document("vendor"));
    }
  }

  private static HclValue document(String name) {
    return HclValue.reference("initialization").index(0).attribute(name + "_data_file_id");
  }

  private HclBlock clone(Clone clone) {
    HclValue source = template
        .<HclValue>map(it -> reference(it).attribute("vm_id"))
        .orElseGet(() -> HclValue.number(clone.template().value()));
    return HclBlock.of("clone")
        .set("vm_id", source)
        .set("node_name", guest.template().flatMap(Vm::node))
        .set("full", clone.full())
        .set("datastore_id", otherStorage(clone));
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

  private HclBlock memory() {
    DataSize all = vm.memory().orElseThrow();
    // The provider's own 0 takes away the balloon that Proxmox VE gives each machine.
    return MEMORY
        .set("dedicated", all.toMib())
        .set("floating", vm.balloon().orElse(all).toMib());
  }

  private static HclBlock disk(GuestDisk disk) {
    HclBlock block = DISK.set("interface", disk.slot())
        .set("datastore_id", disk.storage())
        .set("size", disk.size().toGib())
        .set("file_format", disk.format().map(DiskFormat::text))
        .set("import_from", disk.importFrom().map(Volume::toString))
        .set("replicate", disk.replicate())
        .set("cache", disk.cache().map(DiskCache::text))
        .set("aio", disk.aio().map(DiskAio::text));
    if (disk.discard()) {
      block = block.set("discard", "on");
    }
    if (disk.iothread()) {
      block = block.set("iothread", true);
    }
    if (disk.ssd()) {
      block = block.set("ssd", true);
    }
    return disk.backup() ? block : block.set("backup", false);
  }

  // Directories and USB devices are numbered in the order of their blocks.
  private HclBlock device(int index) {
    GuestDevice device = vm.devices().get(index);
    String mapping = device.mapping().orElseThrow();
    return switch (device.deviceKind()) {
      case PCI ->
        HclBlock.of("hostpci")
            .set("device", vm.deviceSlot(index))
            .set("mapping", mapping)
            .set("mdev", device.mediatedType());
      case USB -> HclBlock.of("usb").set("mapping", mapping);
      case DIRECTORY -> HclBlock.of("virtiofs").set("mapping", mapping);
    };
  }

  private HclBlock cdrom(Volume iso) {
    return HclBlock.of("cdrom")
        .set("interface", guest.isoSlot().orElseThrow())
        .set("file_id", iso.toString());
  }

  private HclBlock initialization(CloudInit cloudInit) {
    HclBlock block = HclBlock.of("initialization")
        .set("datastore_id", guest.cloudInitStorage().orElseThrow())
        .set("interface", guest.cloudInitSlot().orElseThrow());
    if (settings.version().atLeast(BpgVersion.UPGRADE)) {
      block = block.set("upgrade", cloudInit.upgrade());
    }
    block = block
        .set("user_data_file_id", cloudInit.userData().map(Volume::toString))
        .set("network_data_file_id", cloudInit.networkConfig().map(Volume::toString))
        .set("meta_data_file_id", cloudInit.metaData().map(Volume::toString));
    // By its name: the id of a file that is to be written again is unknown, and an unknown one has
    // the guest destroyed and made again.
    block = block.set(
        "vendor_data_file_id",
        snippet.map(BpgSnippet::volume).or(cloudInit::vendorData).map(Volume::toString));
    List<IpAddress> servers = cloudInit.dnsServers();
    if (!servers.isEmpty() || cloudInit.searchDomain().isPresent()) {
      HclBlock dns = HclBlock.of("dns").set("domain", cloudInit.searchDomain());
      block = block.block(
          servers.isEmpty()
              ? dns
              : dns.set(
                  "servers",
                  HclValue.texts(servers.stream().map(IpAddress::toString).toList())));
    }
    for (int nic = 0; nic < guest.nics().size(); nic++) {
      block = block.block(ipConfig(CardAddresses.of(guest.addresses(nic))));
    }
    // The provider takes no user beside user-data (docs/resources/virtual_environment_vm.md).
    boolean nobody = cloudInit.user().isEmpty() && cloudInit.sshKeys().isEmpty();
    return nobody || cloudInit.userData().isPresent() ? block : block.block(userAccount(cloudInit));
  }

  static HclBlock ipConfig(CardAddresses addresses) {
    HclBlock block = HclBlock.of("ip_config");
    if (addresses.dhcp()) {
      block = block.block(HclBlock.of("ipv4").set("address", "dhcp"));
    }
    if (addresses.v4().isPresent()) {
      block = block.block(address("ipv4", addresses.v4().get()));
    }
    if (addresses.ipv6().isPresent()) {
      block =
          block.block(HclBlock.of("ipv6").set("address", addresses.ipv6().get().text()));
    }
    return addresses.v6().isPresent()
        ? block.block(address("ipv6", addresses.v6().get()))
        : block;
  }

  private static HclBlock address(String family, IpConfig config) {
    return HclBlock.of(family)
        .set("address", CardAddresses.text(config))
        .set("gateway", config.gateway().map(IpAddress::toString));
  }

  private static HclBlock userAccount(CloudInit cloudInit) {
    HclBlock account = HclBlock.of("user_account").set("username", cloudInit.user());
    return cloudInit.sshKeys().isEmpty()
        ? account
        : account.set("keys", HclValue.texts(cloudInit.sshKeys()));
  }

  private static HclBlock networkDevice(GuestNic nic) {
    HclBlock block = NETWORK_DEVICE
        .set("bridge", nic.bridge())
        .set("model", nic.model().text())
        .set("mac_address", nic.mac().map(MacAddress::toString));
    if (nic.tag().isPresent()) {
      block = block.set("vlan_id", nic.tag().get().value());
    }
    if (!nic.trunks().isEmpty()) {
      block = block.set(
          "trunks",
          nic.trunks().stream().map(VlanRange::toString).collect(Collectors.joining(";")));
    }
    if (nic.mtu().isPresent()) {
      block = block.set("mtu", nic.mtu().getAsInt());
    }
    if (nic.queues().isPresent()) {
      block = block.set("queues", nic.queues().getAsInt());
    }
    if (nic.rate().isPresent()) {
      block = block.set("rate_limit", HclValue.number(nic.rate().get().megabytesPerSecond()));
    }
    if (nic.linkDown()) {
      block = block.set("disconnected", true);
    }
    return nic.firewall() ? block.set("firewall", true) : block;
  }
}
