package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Mtu;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A server that offers storage over the network: what a planner knows of it. It is found by its
 * addresses.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableStorageServer.class)
@JsonDeserialize(as = ImmutableStorageServer.class)
public interface StorageServer extends Declared {

  /** Name, used in this plan only. */
  String name();

  /** Its addresses. */
  List<IpAddress> addresses();

  /** Number of heads or controllers that serve the same data. */
  OptionalInt heads();

  /** Whether its ZFS pool has a log device (SLOG). */
  @Value.Default
  default boolean logDevice() {
    return false;
  }

  /** Latency of synchronous writes, where it was measured. */
  Optional<Duration> latency();

  /** MTU of its interfaces. */
  Optional<Mtu> mtu();

  /** The place of the server in the plan. */
  default PlanPath path() {
    return PlanPath.of("storage-server", name());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link StorageServer}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableStorageServer.Builder {
    Builder() {}

    @Override
    public StorageServer build() {
      StorageServer built = super.build();
      new Faults()
          .check(() -> NameFormat.LABEL.require(built.name()))
          .check(
              "heads",
              () ->
                  built.heads().ifPresent(heads -> Ranges.require("number of heads", heads, 1, 64)))
          .check(
              "latency",
              () -> built
                  .latency()
                  .ifPresent(latency -> Ranges.requireNotNegative("latency", latency)))
          .end();
      return built;
    }
  }
}
