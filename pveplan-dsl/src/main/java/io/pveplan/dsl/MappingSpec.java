package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of a name that the cluster has for devices or directories of its nodes; one for each kind.
 *
 * @since 0.1
 */
public abstract sealed class MappingSpec extends Scope {

  final DeviceMapping.Builder mapping = DeviceMapping.builder();

  private MappingSpec(Definition definition, DeviceKind kind, String id) {
    super(definition, PlanPath.of("mapping", kind.text(), Objects.requireNonNull(id, "id")));
    mapping.deviceKind(kind).id(id).declaredAt(line);
  }

  final void add(MappedDevice.Builder device, NodeRef node) {
    requireOpen();
    Objects.requireNonNull(node, "node");
    make(at, () -> device.node(node.name()).declaredAt(CallSite.here()).build(), node)
        .ifPresentOrElse(mapping::addDevice, this::breakOff);
  }

  /**
   * Scope of a mapping of PCI devices.
   *
   * <pre>{@code
   * c.pciMapping("gpu", m -> m.device(nodeA, "0000:41:00.0", "10de:2204"));
   * c.pciMapping("nic", m -> m.device(nodeA, "41:00.0", "10de:2204")); // refused: is not the address
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Pci extends MappingSpec {

    Pci(Definition definition, String id) {
      super(definition, DeviceKind.PCI, id);
    }

    /**
     * Adds a device of a node.
     *
     * @param address as {@code lspci -D} shows it: {@code 0000:41:00.0}; without the function for all
     *     functions
     * @param deviceId vendor and device as {@code lspci -nn} shows them: {@code 10de:2204}
     */
    public Pci device(NodeRef node, String address, String deviceId) {
      return device(node, address, deviceId, d -> {});
    }

    /** Adds a device of a node with what else Proxmox VE compares when a machine starts. */
    public Pci device(
        NodeRef node, String address, String deviceId, Consumer<? super PciDevice> block) {
      requireOpen();
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(deviceId, "deviceId");
      PciDevice spec = run(new PciDevice(definition, at), block);
      add(spec.device.path(address).deviceId(deviceId), node);
      return this;
    }

    /** Says that the devices make mediated devices. */
    public Pci mediated() {
      set("mediated", true, mapping::mediated);
      return this;
    }

    /** Says that a running machine can be moved with them. */
    public Pci liveMigration() {
      set("liveMigration", true, mapping::liveMigration);
      return this;
    }

    /** Sets the description, one line. */
    public Pci description(String description) {
      set("description", description, mapping::description);
      return this;
    }
  }

  /**
   * What Proxmox VE compares of a PCI device besides its ID.
   *
   * <pre>{@code
   * c.pciMapping(
   *     "gpu",
   *     m -> m.device(
   *         nodeA, "0000:41:00.0", "10de:2204", d -> d.subsystem("10de:1467").iommuGroup(30)));
   * c.pciMapping(
   *     "nic", m -> m.device(nodeA, "0000:42:00.0", "8086:1593", d -> d.iommuGroup(-1))); // refused: IOMMU group
   * }</pre>
   *
   * @since 0.1
   */
  public static final class PciDevice extends Scope {

    final MappedDevice.Builder device = MappedDevice.builder();

    PciDevice(Definition definition, PlanPath at) {
      super(definition, at);
    }

    /** Sets vendor and device of the subsystem, {@code 0000:0000} where a device has none. */
    public PciDevice subsystem(String id) {
      set("subsystemId", id, device::subsystemId);
      return this;
    }

    /** Sets the IOMMU group. */
    public PciDevice iommuGroup(int group) {
      set("iommuGroup", group, device::iommuGroup);
      return this;
    }
  }

  /**
   * Scope of a mapping of USB devices.
   *
   * <pre>{@code
   * c.usbMapping("dongle", m -> m.device(nodeA, "0529:0001").device(nodeB, "0529:0001", "1-2"));
   * c.usbMapping("key", m -> m.device(nodeA, "0529")); // refused: is not a vendor
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Usb extends MappingSpec {

    Usb(Definition definition, String id) {
      super(definition, DeviceKind.USB, id);
    }

    /**
     * Adds the device of a node, at any of its ports.
     *
     * @param deviceId vendor and product as {@code lsusb} shows them: {@code 0529:0001}
     */
    public Usb device(NodeRef node, String deviceId) {
      Objects.requireNonNull(deviceId, "deviceId");
      add(MappedDevice.builder().deviceId(deviceId), node);
      return this;
    }

    /** Adds the device of a node at a port: {@code 1-2.3}. */
    public Usb device(NodeRef node, String deviceId, String port) {
      Objects.requireNonNull(deviceId, "deviceId");
      Objects.requireNonNull(port, "port");
      add(MappedDevice.builder().deviceId(deviceId).path(port), node);
      return this;
    }

    /** Sets the description, one line. */
    public Usb description(String description) {
      set("description", description, mapping::description);
      return this;
    }
  }

  /**
   * Scope of a mapping of directories.
   *
   * <pre>{@code
   * c.directoryMapping("share", m -> m.directory(nodeA, "/srv/share"));
   * c.directoryMapping("data", m -> m.directory(nodeA, "srv")); // refused: is not a directory
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Directory extends MappingSpec {

    Directory(Definition definition, String id) {
      super(definition, DeviceKind.DIRECTORY, id);
    }

    /** Adds the directory of a node, which has to be there. */
    public Directory directory(NodeRef node, String path) {
      Objects.requireNonNull(path, "path");
      add(MappedDevice.builder().path(path), node);
      return this;
    }

    /** Sets the description, one line. */
    public Directory description(String description) {
      set("description", description, mapping::description);
      return this;
    }
  }
}
