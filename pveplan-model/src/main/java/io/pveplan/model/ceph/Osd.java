package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A Ceph OSD to be made on a disk of a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableOsd.class)
@JsonDeserialize(as = ImmutableOsd.class)
public interface Osd extends Declared {

  /** Device, best by stable name. */
  String device();

  /** CRUSH device class: hdd, ssd, nvme or one of your own. */
  Optional<String> deviceClass();

  /** Device of its database; the OSD's own when absent. Several OSDs may share one. */
  Optional<String> dbDevice();

  /** Size of the database, 1 GiB or more; a tenth of the OSD when absent. */
  Optional<DataSize> dbSize();

  /** Device of its write-ahead log; that of the database when absent. */
  Optional<String> walDevice();

  /** Size of the write-ahead log, 512 MiB or more; a hundredth of the OSD when absent. */
  Optional<DataSize> walSize();

  /** OSDs on the device, 1 to 16; 1 when absent. */
  OptionalInt osdsPerDevice();

  /** Whether what lies on it is encrypted. */
  @Value.Default
  default boolean encrypted() {
    return false;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Osd}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableOsd.Builder {
    Builder() {}

    @Override
    public Osd build() {
      Osd built = super.build();
      new Faults()
          .check("device", () -> NameFormat.DEVICE.require(built.device()))
          .check("deviceClass", () -> built.deviceClass().ifPresent(NameFormat.LABEL::require))
          .check("dbDevice", () -> built.dbDevice().ifPresent(NameFormat.DEVICE::require))
          .check("walDevice", () -> built.walDevice().ifPresent(NameFormat.DEVICE::require))
          .check(
              "osdsPerDevice",
              () -> built
                  .osdsPerDevice()
                  .ifPresent(n -> Ranges.require("number of OSDs per device", n, 1, 16)))
          .check(
              "dbSize",
              () -> OsdCheck.requireSize(
                  "database", built.dbSize(), built.dbDevice(), DataSize.gib(1)))
          .check(
              "walSize",
              () -> OsdCheck.requireSize(
                  "write-ahead log", built.walSize(), built.walDevice(), DataSize.mib(512)))
          .check(() -> OsdCheck.requireOwnDevices(built))
          .end();
      return built;
    }
  }
}
