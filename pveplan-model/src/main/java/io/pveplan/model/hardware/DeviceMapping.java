package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A name that the whole cluster has for devices or directories of its nodes, as in
 * /etc/pve/mapping: a machine that uses it starts on each node that has an entry here.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDeviceMapping.class)
@JsonDeserialize(as = ImmutableDeviceMapping.class)
public interface DeviceMapping extends Declared {

  /** What it stands for. */
  DeviceKind deviceKind();

  /** ID, its own among the mappings of a kind. */
  String id();

  /** Description, one line. */
  Optional<String> description();

  /** Whether its PCI devices make mediated devices. */
  @Value.Default
  default boolean mediated() {
    return false;
  }

  /** Whether a running machine can be moved with its PCI devices. */
  @Value.Default
  default boolean liveMigration() {
    return false;
  }

  /** What it is on the nodes; of several PCI devices of a node a machine gets one that is free. */
  List<MappedDevice> devices();

  /**
   * What it is on a node.
   *
   * @param node name of the node
   */
  default List<MappedDevice> on(String node) {
    return devices().stream().filter(device -> device.node().equals(node)).toList();
  }

  /** The place of the mapping in the plan. */
  @Value.Lazy
  default PlanPath path() {
    return PlanPath.of("mapping", deviceKind().text(), id());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link DeviceMapping}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableDeviceMapping.Builder {
    Builder() {}

    @Override
    public DeviceMapping build() {
      DeviceMapping built = super.build();
      boolean pci = built.deviceKind() == DeviceKind.PCI;
      new Faults()
          .check("id", () -> NameFormat.CONFIG_ID.require(built.id()))
          .check("description", () -> built.description().ifPresent(NameFormat.LINE::require))
          .check("mediated", () -> requirePci(pci || !built.mediated(), "makes mediated devices"))
          .check(
              "liveMigration",
              () -> requirePci(pci || !built.liveMigration(), "can be moved while in use"))
          .check("devices", () -> requireDevices(built))
          .each("devices", built.devices(), device -> require(built.deviceKind(), device))
          .end();
      return built;
    }

    private static void requirePci(boolean fulfilled, String what) {
      if (!fulfilled) {
        throw new InvalidValueException(
            "only a PCI device " + what, "Leave it out, or map PCI devices.", "GST-026");
      }
    }

    // A start finds one device or directory on its node, or dies (USB.pm, parse_usb_device; Dir.pm,
    // assert_valid_map_list). PCI devices may be several.
    private static void requireDevices(DeviceMapping mapping) {
      if (mapping.devices().isEmpty()) {
        throw new InvalidValueException(
            "mapping " + mapping.id() + " stands for nothing on any node",
            "Name what it is on a node.",
            "GST-026");
      }
      Set<String> nodes = new HashSet<>();
      for (MappedDevice device : mapping.devices()) {
        if (!nodes.add(device.node()) && mapping.deviceKind() != DeviceKind.PCI) {
          throw new InvalidValueException(
              "mapping " + mapping.id() + " has two entries for " + device.node(),
              "Give it one entry for each node.",
              "GST-026");
        }
      }
    }

    private static void require(DeviceKind kind, MappedDevice device) {
      boolean directory = kind == DeviceKind.DIRECTORY;
      boolean withoutPath = device.path().isEmpty() && kind != DeviceKind.USB;
      if (withoutPath || device.deviceId().isPresent() == directory) {
        throw new InvalidValueException(
            directory
                ? "a mapped directory has a path and no ID"
                : kind == DeviceKind.PCI
                    ? "a mapped PCI device has an address and an ID"
                    : "a mapped USB device has an ID",
            "Write what lspci -nn, lsusb or the file system of " + device.node() + " shows.",
            "GST-026");
      }
      if (kind != DeviceKind.PCI
          && (device.subsystemId().isPresent() || device.iommuGroup().isPresent())) {
        throw new InvalidValueException(
            "only a PCI device has a subsystem and an IOMMU group", "Leave them out.", "GST-026");
      }
      device.path().ifPresent(path -> requirePath(kind, path));
    }

    private static void requirePath(DeviceKind kind, String path) {
      switch (kind) {
        case PCI -> DeviceNames.requirePciPath(path);
        case USB -> DeviceNames.requireUsbPort(path);
        case DIRECTORY -> DeviceNames.requireDirectory(path);
      }
    }
  }
}
