package io.pveplan.render.automation;

import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerDevice;
import io.pveplan.model.guest.ContainerFeatures;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclSink;
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
  private final BpgVersion version;

  BpgContainer(PlannedContainer guest, BpgVersion version) {
    this.guest = guest;
    this.container = guest.container();
    this.version = version;
  }

  static HclReference reference(PlannedContainer guest) {
    return HclValue.reference(TYPE, guest.label());
  }

  void write(HclSink to) {
    to.open("resource", TYPE, guest.label())
        .set("vm_id", container.vmid().value())
        .set("node_name", container.node().orElseThrow())
        .set("description", container.description());
    if (!guest.tags().isEmpty()) {
      to.set("tags", HclValue.texts(guest.tags()));
    }
    to.set("unprivileged", container.unprivileged())
        .set("started", guest.started())
        .set("start_on_boot", container.onBoot())
        .set("pool_id", container.pool());
    if (container.protection()) {
      to.set("protection", true);
    }
    to.open("operating_system")
        .set("template_file_id", container.ostemplate().toString())
        .set("type", guest.container().system().orElseThrow())
        .close();
    cpu(to);
    to.open("memory")
        .set("dedicated", container.memory().orElseThrow().toMib())
        .set("swap", container.swap().orElse(SWAP).toMib())
        .close();
    to.open("disk")
        .set("datastore_id", container.rootfs().storage())
        .set("size", container.rootfs().size().toGib())
        .set("replicate", container.rootfs().replicate())
        .close();
    container.mountPoints().forEach(point -> mountPoint(to, point));
    container.devices().forEach(device -> device(to, device));
    container.features().ifPresent(features -> features(to, features));
    initialization(to);
    for (int nic = 0; nic < container.nics().size(); nic++) {
      networkInterface(to, nic, container.nics().get(nic));
    }
    container.startup().ifPresent(startup -> BpgHardware.startup(to, startup));
    Lifecycle.write(to, container, guest.ha(), List.of(), FIXED);
    to.close();
  }

  private void cpu(HclSink to) {
    to.open("cpu").set("cores", container.cores().orElseThrow());
    if (container.cpuLimit().isPresent()) {
      to.set("limit", BpgHardware.number(container.cpuLimit().getAsDouble()));
    }
    if (container.cpuUnits().isPresent()) {
      to.set("units", container.cpuUnits().getAsInt());
    } else if (!version.atLeast(102)) {
      to.set("units", CPU_UNITS);
    }
    to.close();
  }

  private static void mountPoint(HclSink to, MountPoint point) {
    to.open("mount_point")
        .set("path", point.path())
        .set("volume", point.storage().or(point::source).orElseThrow())
        .set("size", point.size().map(DriveSize::text))
        .set("replicate", point.replicate());
    if (point.readOnly()) {
      to.set("read_only", true);
    }
    if (point.backup()) {
      to.set("backup", true);
    }
    if (point.shared()) {
      to.set("shared", true);
    }
    to.close();
  }

  private static void device(HclSink to, ContainerDevice device) {
    to.open("device_passthrough").set("path", device.path()).set("mode", device.mode());
    if (device.uid().isPresent()) {
      to.set("uid", device.uid().getAsInt());
    }
    if (device.gid().isPresent()) {
      to.set("gid", device.gid().getAsInt());
    }
    if (device.denyWrite()) {
      to.set("deny_write", true);
    }
    to.close();
  }

  private static void features(HclSink to, ContainerFeatures features) {
    to.open("features")
        .set("nesting", features.nesting())
        .set("keyctl", features.keyctl())
        .set("fuse", features.fuse());
    if (!features.mount().isEmpty()) {
      to.set("mount", HclValue.texts(features.mount()));
    }
    to.close();
  }

  private void initialization(HclSink to) {
    to.open("initialization").set("hostname", container.name());
    BpgVm.dns(to, container.dnsServers(), container.searchDomain());
    // Cards are numbered by these blocks, and an empty one is passed over (provider,
    // proxmoxtf/resource/container/container.go): a card without addresses needs one that says so,
    // unless it is behind all that have some.
    int addressed =
        container.ipConfigs().stream().mapToInt(it -> it.nic() + 1).max().orElse(0);
    for (int nic = 0; nic < addressed; nic++) {
      ipConfig(to, addresses(nic));
    }
    to.close();
  }

  private static void ipConfig(HclSink to, List<IpConfig> configs) {
    if (configs.isEmpty()) {
      to.open("ip_config").open("ipv4").set("address", "manual").close().close();
    } else {
      BpgVm.ipConfig(to, CardAddresses.of(configs));
    }
  }

  private List<IpConfig> addresses(int nic) {
    return container.ipConfigs().stream().filter(config -> config.nic() == nic).toList();
  }

  private static void networkInterface(HclSink to, int number, GuestNic nic) {
    to.open("network_interface")
        .set("name", "eth" + number)
        .set("bridge", nic.bridge())
        .set("mac_address", nic.mac().map(MacAddress::toString));
    if (nic.tag().isPresent()) {
      to.set("vlan_id", nic.tag().get().value());
    }
    if (nic.mtu().isPresent()) {
      to.set("mtu", nic.mtu().getAsInt());
    }
    if (nic.rate().isPresent()) {
      to.set("rate_limit", HclValue.number(nic.rate().get().megabytesPerSecond()));
    }
    if (nic.firewall()) {
      to.set("firewall", true);
    }
    to.close();
  }
}
