package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a mapping stands for on one node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMappedDevice.class)
@JsonDeserialize(as = ImmutableMappedDevice.class)
public interface MappedDevice extends Declared {

  /** Name of the node. */
  String node();

  /**
   * Where it is there: the address of a PCI device ({@code 0000:01:00.0}, without the function for
   * all of them), the port of a USB device ({@code 1-2.3}), a directory. A USB device is found by
   * its ID when absent.
   */
  Optional<String> path();

  /** Vendor and device in lower case: {@code 10de:2204}. A directory has none. */
  Optional<String> deviceId();

  /**
   * Vendor and device of the subsystem of a PCI device, {@code 0000:0000} where it has none: needed, or
   * no machine starts with the mapping, as the kernel tells one of every device (pve-guest-common,
   * src/PVE/Mapping/PCI.pm, assert_valid; Linux, drivers/pci/pci-sysfs.c).
   */
  Optional<String> subsystemId();

  /**
   * IOMMU group of a PCI device, 0 to 65,535: needed on a node with its IOMMU on, or no machine
   * starts with the mapping (the same place).
   */
  OptionalInt iommuGroup();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MappedDevice}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableMappedDevice.Builder {
    Builder() {}

    @Override
    public MappedDevice build() {
      MappedDevice built = super.build();
      new Faults()
          .check("node", () -> NameFormat.NODE.require(built.node()))
          .check("deviceId", () -> built.deviceId().ifPresent(DeviceNames::requireId))
          .check("subsystemId", () -> built.subsystemId().ifPresent(DeviceNames::requireId))
          .check(
              "iommuGroup",
              () ->
                  built.iommuGroup().ifPresent(it -> Ranges.require("IOMMU group", it, 0, 65_535)))
          .end();
      return built;
    }
  }
}
