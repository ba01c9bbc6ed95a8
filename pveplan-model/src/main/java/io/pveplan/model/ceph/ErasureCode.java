package io.pveplan.model.ceph;

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
 * How an erasure-coded pool cuts its objects: k chunks of data and m of code, each on another
 * failure domain. Any m of them may be lost.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableErasureCode.class)
@JsonDeserialize(as = ImmutableErasureCode.class)
public interface ErasureCode extends Declared {

  /** Number of data chunks, 2 or more. */
  int dataChunks();

  /** Number of coding chunks, 1 or more. */
  int codingChunks();

  /** What no two chunks share; the node when absent. */
  Optional<FailureDomain> failureDomain();

  /** Device class the OSDs have; all OSDs when absent. */
  Optional<String> deviceClass();

  /** Chunks that must be there for reading and writing, k to k + m; k + 1 when absent, k if m is 1. */
  OptionalInt minSize();

  /** All chunks of an object, k + m. */
  default int chunks() {
    return dataChunks() + codingChunks();
  }

  /** What {@link #minSize} is, or what Ceph takes when it is not said (OSDMonitor). */
  default int effectiveMinSize() {
    return minSize().orElse(dataChunks() + Math.min(1, codingChunks() - 1));
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ErasureCode}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableErasureCode.Builder {
    Builder() {}

    @Override
    public ErasureCode build() {
      ErasureCode built = super.build();
      new Faults()
          .check(
              "dataChunks",
              () -> Ranges.require(
                  "number of data chunks", built.dataChunks(), 2, MOST_CHUNKS, "CEPH-029"))
          .check(
              "codingChunks",
              () -> Ranges.require(
                  "number of coding chunks", built.codingChunks(), 1, MOST_CHUNKS, "CEPH-029"))
          .check("deviceClass", () -> built.deviceClass().ifPresent(NameFormat.LABEL::require))
          .check(
              "minSize",
              () -> built
                  .minSize()
                  .ifPresent(size -> Ranges.require(
                      "min_size", size, built.dataChunks(), built.chunks(), "CEPH-032")))
          .end();
      return built;
    }

    // What the pools of a cluster can not have; it keeps k + m from overflowing.
    private static final int MOST_CHUNKS = 64;
  }
}
