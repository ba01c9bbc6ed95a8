package io.pveplan.render.automation;

import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerDevice;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.List;

/** One {@code proxmox_virtual_environment_container}. */
final class BpgContainer {

  static final String TYPE = "proxmox_virtual_environment_container";

  // pve-container, src/PVE/LXC/Config.pm; the provider would write 0.
  private static final DataSize SWAP = DataSize.mib(512);

  // All of them are ForceNew (proxmoxtf/resource/container/container.go): changed, or not read back
  // after an import, they would have the container destroyed with its volumes.
  private static final List<HclReference> FIXED = List.of(
      HclValue.reference("node_name"),
      HclValue.reference("pool_id"),
      HclValue.reference("operating_system"),
      HclValue.reference("unprivileged"),
      HclValue.reference("disk").index(0).attribute("datastore_id"),
      HclValue.reference("disk").index(0).attribute("size"),
      HclValue.reference("mount_point"));

  // That of control groups as they are since Proxmox VE 7 (pve-container, src/PVE/LXC/Config.pm);
  // the provider would write 1024 up to 0.101 (its CHANGELOG.md, 0.102.0).
  private static final int CPU_UNITS = 100;

  private final PlannedContainer guest;
  private final Container container;
  private final BpgTypes types;

  BpgContainer(PlannedContainer guest, BpgTypes types) {
    this.guest = guest;
    this.container = guest.container();
    this.types = types;
  }

  static HclReference reference(PlannedContainer guest) {
    return HclValue.reference(TYPE, guest.label());
  }

  HclBlock resource() {
    HclBlock block = HclBlock.of("resource", TYPE, guest.label())
        .set("vm_id", container.vmid().value())
        .set("node_name", container.node().orElseThrow())
        .set("description", container.description());
    if (!container.tags().isEmpty()) {
      block = block.set("tags", HclValue.texts(List.copyOf(container.tags())));
    }
    block = block
        .set("unprivileged", container.unprivileged())
        .set("started", guest.started())
        .set("start_on_boot", container.onBoot())
        .set("pool_id", container.pool());
    if (container.protection()) {
      block = block.set("protection", true);
    }
    block = block
        .block(HclBlock.of("operating_system")
            .set("template_file_id", container.ostemplate().toString())
            .set("type", guest.container().system().orElseThrow()))
        .block(cpu())
        .block(HclBlock.of("memory")
            .set("dedicated", container.memory().orElseThrow().toMib())
            .set("swap", container.swap().orElse(SWAP).toMib()))
        .block(HclBlock.of("disk")
            .set("datastore_id", container.rootfs().storage())
            .set("size", container.rootfs().size().toGib())
            .set("replicate", container.rootfs().replicate()));
    for (MountPoint point : container.mountPoints()) {
      block = block.block(mountPoint(point));
    }
    for (ContainerDevice device : container.devices()) {
      block = block.block(device(device));
    }
    if (container.features().isPresent()) {
      block = block.block(features(container.features().get()));
    }
    block = block.block(initialization());
    for (int nic = 0; nic < container.nics().size(); nic++) {
      block = block.block(networkInterface(nic, container.nics().get(nic)));
    }
    if (container.startup().isPresent()) {
      block = block.block(BpgHardware.startup(container.startup().get()));
    }
    return Lifecycle.add(block, container, guest.ha(), List.of(), FIXED);
  }

  private HclBlock cpu() {
    HclBlock block = HclBlock.of("cpu").set("cores", container.cores().orElseThrow());
    if (container.cpuLimit().isPresent()) {
      block = block.set("limit", BpgHardware.number(container.cpuLimit().getAsDouble()));
    }
    if (container.cpuUnits().isPresent()) {
      return block.set("units", container.cpuUnits().getAsInt());
    }
    return types.version().atLeast(102) ? block : block.set("units", CPU_UNITS);
  }

  private static HclBlock mountPoint(MountPoint point) {
    HclBlock block = HclBlock.of("mount_point")
        .set("path", point.path())
        .set("volume", point.storage().or(point::source).orElseThrow())
        .set("size", point.size().map(DriveSize::text))
        .set("replicate", point.replicate());
    if (point.readOnly()) {
      block = block.set("read_only", true);
    }
    if (point.backup()) {
      block = block.set("backup", true);
    }
    return point.shared() ? block.set("shared", true) : block;
  }

  private static HclBlock device(ContainerDevice device) {
    HclBlock block =
        HclBlock.of("device_passthrough").set("path", device.path()).set("mode", device.mode());
    if (device.uid().isPresent()) {
      block = block.set("uid", device.uid().getAsInt());
    }
    if (device.gid().isPresent()) {
      block = block.set("gid", device.gid().getAsInt());
    }
    return device.denyWrite() ? block.set("deny_write", true) : block;
  }

  private static HclBlock features(ContainerFeatures features) {
    HclBlock block = HclBlock.of("features")
        .set("nesting", features.nesting())
        .set("keyctl", features.keyctl())
        .set("fuse", features.fuse());
    return features.mount().isEmpty()
        ? block
        : block.set("mount", HclValue.texts(List.copyOf(features.mount())));
  }

  private HclBlock initialization() {
    HclBlock block = HclBlock.of("initialization").set("hostname", container.name());
    List<IpAddress> servers = container.dnsServers();
    if (!servers.isEmpty() || container.searchDomain().isPresent()) {
      HclBlock dns = HclBlock.of("dns").set("domain", container.searchDomain());
      block = block.block(
          servers.isEmpty()
              ? dns
              : dns.set(
                  "servers",
                  HclValue.texts(servers.stream().map(IpAddress::toString).toList())));
    }
    // Cards are numbered by these blocks, and an empty one is passed over (provider,
    // proxmoxtf/resource/container/container.go): a card without addresses needs one that says so,
    // unless it is behind all that have some.
    int addressed =
        container.ipConfigs().stream().mapToInt(it -> it.nic() + 1).max().orElse(0);
    for (int nic = 0; nic < addressed; nic++) {
      block = block.block(ipConfig(addresses(nic)));
    }
    return block;
  }

  private static HclBlock ipConfig(List<IpConfig> configs) {
    return configs.isEmpty()
        ? HclBlock.of("ip_config").block(HclBlock.of("ipv4").set("address", "manual"))
        : BpgVm.ipConfig(CardAddresses.of(configs));
  }

  private List<IpConfig> addresses(int nic) {
    return container.ipConfigs().stream().filter(config -> config.nic() == nic).toList();
  }

  private static HclBlock networkInterface(int number, GuestNic nic) {
    HclBlock block = HclBlock.of("network_interface")
        .set("name", "eth" + number)
        .set("bridge", nic.bridge())
        .set("mac_address", nic.mac().map(MacAddress::toString));
    if (nic.tag().isPresent()) {
      block = block.set("vlan_id", nic.tag().get().value());
    }
    if (nic.mtu().isPresent()) {
      block = block.set("mtu", nic.mtu().getAsInt());
    }
    if (nic.rate().isPresent()) {
      block = block.set("rate_limit", HclValue.number(nic.rate().get().megabytesPerSecond()));
    }
    return nic.firewall() ? block.set("firewall", true) : block;
  }
}
