package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceNames;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A device or directory of its node that a machine is given: by a mapping of the cluster, or the one
 * of its node directly.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableGuestDevice.class)
@JsonDeserialize(as = ImmutableGuestDevice.class)
public interface GuestDevice extends Declared {

  /** What it is. */
  DeviceKind deviceKind();

  /** ID of the mapping. */
  Optional<String> mapping();

  /**
   * The device of the node, if not by a mapping: the address of a PCI device ({@code 0000:01:00.0}),
   * port or ID of a USB device ({@code 1-2}, {@code 046d:c52b}).
   */
  Optional<String> host();

  /** Type of the mediated device that a PCI device makes for it: {@code i915-GVTg_V5_4}. */
  Optional<String> mediatedType();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GuestDevice}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableGuestDevice.Builder {

    private static final Pattern MEDIATED = Pattern.compile("[A-Za-z0-9_+-]+");

    Builder() {}

    @Override
    public GuestDevice build() {
      GuestDevice built = super.build();
      new Faults()
          .check(() -> requireOne(built))
          .check("mapping", () -> built.mapping().ifPresent(NameFormat.CONFIG_ID::require))
          .check("host", () -> built.host().ifPresent(it -> requireHost(built.deviceKind(), it)))
          .check("mediatedType", () -> built.mediatedType().ifPresent(it -> requireType(built, it)))
          .end();
      return built;
    }

    private static void requireOne(GuestDevice device) {
      if (device.mapping().isPresent() == device.host().isPresent()) {
        throw new InvalidValueException(
            "a device of a machine comes by a mapping, or from its node, and one of both",
            "Name a mapping, or the device of the node.",
            "GST-026");
      }
    }

    private static void requireHost(DeviceKind kind, String host) {
      switch (kind) {
        case PCI -> DeviceNames.requirePciPath(host);
        case USB -> DeviceNames.requireUsbDevice(host);
        case DIRECTORY ->
          throw new InvalidValueException(
              "a machine gets a directory by a mapping only", "Declare a mapping.", "GST-026");
      }
    }

    private static void requireType(GuestDevice device, String type) {
      if (device.deviceKind() != DeviceKind.PCI || !MEDIATED.matcher(type).matches()) {
        throw new InvalidValueException(
            "\"" + type + "\" is not the type of a mediated PCI device",
            "Write one that the node offers below mdev_supported_types, for PCI devices only.",
            "GST-026");
      }
    }
  }
}
