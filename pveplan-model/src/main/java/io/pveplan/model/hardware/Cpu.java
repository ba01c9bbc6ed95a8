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
 * The processors of a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCpu.class)
@JsonDeserialize(as = ImmutableCpu.class)
public interface Cpu extends Declared {

  /** Model as the maker writes it, for example {@code AMD EPYC 9354P}. */
  String model();

  /** Number of processors. */
  int sockets();

  /** Logical CPUs of the whole node, as {@code nproc} shows them. */
  OptionalInt threads();

  /** Maker; filled from the model when that tells it. */
  Optional<CpuVendor> vendor();

  /** Instruction set level; filled from the model when {@link CpuGeneration} knows that. */
  Optional<CpuLevel> level();

  /**
   * Whether VT-x or AMD-V is there and switched on in the firmware; it counts as such when absent.
   */
  Optional<Boolean> virtualization();

  /**
   * Whether VT-d or AMD-Vi is there and switched on, which passing devices through takes; it counts as
   * such when absent.
   */
  Optional<Boolean> iommu();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Cpu}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCpu.Builder {
    Builder() {}

    @Override
    public Cpu build() {
      Cpu built = super.build();
      new Faults()
          .check("model", () -> NameFormat.LINE.require(built.model()))
          .check("sockets", () -> Ranges.require("number of CPU sockets", built.sockets(), 1, 8))
          .check(
              "threads",
              () -> built
                  .threads()
                  .ifPresent(threads -> Ranges.require("number of CPU threads", threads, 1, 8192)))
          .end();
      return built;
    }
  }
}
