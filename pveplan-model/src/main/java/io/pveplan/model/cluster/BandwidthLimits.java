package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What operations may take of a node's bandwidth: the {@code bwlimit} entry of datacenter.cfg. Its unit
 * there is KiB/s; a rate is rounded down to it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBandwidthLimits.class)
@JsonDeserialize(as = ImmutableBandwidthLimits.class)
public interface BandwidthLimits extends Declared {

  /** For what has no limit of its own. */
  Optional<DataRate> general();

  /** For restoring guests from backups. */
  Optional<DataRate> restore();

  /** For migrations, local disks included. */
  Optional<DataRate> migration();

  /** For moving disks. */
  Optional<DataRate> move();

  /** For cloning disks. */
  Optional<DataRate> cloning();

  /**
   * {@return the rate, if datacenter.cfg can say it}
   *
   * @param rate 8192 bit/s (1 KiB/s) or more, since 0 KiB/s is no limit
   * @throws InvalidValueException if it is less
   */
  static DataRate require(DataRate rate) {
    if (rate.bitsPerSecond() < 8 * 1024) {
      throw new InvalidValueException(
          "limit " + rate + " is less than 1 KiB/s",
          "Use a rate of 8192bit/s or more; without one there is no limit.");
    }
    return rate;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BandwidthLimits}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBandwidthLimits.Builder {
    Builder() {}

    @Override
    public BandwidthLimits build() {
      BandwidthLimits built = super.build();
      new Faults()
          .check("general", () -> built.general().ifPresent(BandwidthLimits::require))
          .check("restore", () -> built.restore().ifPresent(BandwidthLimits::require))
          .check("migration", () -> built.migration().ifPresent(BandwidthLimits::require))
          .check("move", () -> built.move().ifPresent(BandwidthLimits::require))
          .check("cloning", () -> built.cloning().ifPresent(BandwidthLimits::require))
          .end();
      return built;
    }
  }
}
