package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A ZFS pool to be made on a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableZfsPool.class)
@JsonDeserialize(as = ImmutableZfsPool.class)
public interface ZfsPool extends Declared {

  /** Name, the same on all nodes that share a storage definition. */
  String name();

  /** Layout. */
  ZfsRaid raid();

  /** Devices that hold the data, best by stable name; for RAID 10 a pair after the other. */
  List<String> devices();

  /** Data disks in each group of a dRAID; 8, or as many as there are, when absent. */
  OptionalInt draidData();

  /** Disks whose space a dRAID keeps free to rebuild into; none when absent. */
  OptionalInt draidSpares();

  /** Devices for metadata, a mirror of them all when there are several. */
  List<String> special();

  /** Devices for the log of synchronous writes, a mirror of them all when there are several. */
  List<String> log();

  /** Devices that read data is kept on besides the memory. */
  List<String> cache();

  /** Binary logarithm of the sector size it writes; 12, which is 4 KiB, when absent. */
  OptionalInt ashift();

  /** Compression; on when absent. */
  Optional<ZfsCompression> compression();

  /** Whether ZFS encrypts it, with a passphrase that is asked for. */
  @Value.Default
  default boolean encrypted() {
    return false;
  }

  /** Whether swap space of its node lies on it. */
  @Value.Default
  default boolean swap() {
    return false;
  }

  /** All devices: those of the data, special, log and cache ones. */
  default List<String> allDevices() {
    List<String> all = new ArrayList<>(devices());
    all.addAll(special());
    all.addAll(log());
    all.addAll(cache());
    return all;
  }

  /** How many disks of the data may fail without loss, whichever they are. */
  default int mayFail() {
    return switch (raid()) {
      case SINGLE -> 0;
      case MIRROR -> devices().size() - 1;
      case RAID10 -> 1;
      default -> raid().parity();
    };
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ZfsPool}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableZfsPool.Builder {
    Builder() {}

    @Override
    public ZfsPool build() {
      ZfsPool built = super.build();
      new Faults()
          .check(() -> NameFormat.ZFS_POOL.require(built.name()))
          .each("devices", built.devices(), NameFormat.DEVICE::require)
          .check("devices", () -> ZfsPoolCheck.requireDisks(built))
          .check("draidData", () -> ZfsPoolCheck.requireDraid(built, built.draidData(), 1))
          .check("draidSpares", () -> ZfsPoolCheck.requireDraid(built, built.draidSpares(), 0))
          .each("special", built.special(), NameFormat.DEVICE::require)
          .each("log", built.log(), NameFormat.DEVICE::require)
          .each("cache", built.cache(), NameFormat.DEVICE::require)
          .check("ashift", () -> ZfsPoolCheck.requireAshift(built))
          .end();
      return built;
    }
  }
}
