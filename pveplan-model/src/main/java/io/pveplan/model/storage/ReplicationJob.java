package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A replication job: copies the ZFS volumes of a guest to another node at each event of a schedule.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableReplicationJob.class)
@JsonDeserialize(as = ImmutableReplicationJob.class)
public interface ReplicationJob extends Declared {

  /** The guest. */
  Vmid guest();

  /** Number of the job, counted per guest. */
  int number();

  /** Name of the node that receives the copy. */
  String target();

  /** When it runs; every 15 minutes when absent. */
  Optional<CalendarEvent> schedule();

  /** Limit of its rate, at least 1 MB/s. */
  Optional<DataRate> rate();

  /** Comment, one line. */
  Optional<String> comment();

  /** Whether it is switched off. */
  @Value.Default
  default boolean disabled() {
    return false;
  }

  /** What goes with it when it is to be removed; absent for one that stays. */
  Optional<ReplicationRemoval> removal();

  /** Whether it makes copies: neither switched off nor to be removed. */
  default boolean active() {
    return !disabled() && removal().isEmpty();
  }

  /** Job ID as in replication.cfg: {@code 200-0}. */
  default String id() {
    return guest() + "-" + number();
  }

  /** The place of the job in the plan. */
  default PlanPath path() {
    return PlanPath.of("replication", id());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ReplicationJob}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableReplicationJob.Builder {
    Builder() {}

    @Override
    public ReplicationJob build() {
      ReplicationJob built = super.build();
      new Faults()
          .check(
              "number",
              () -> Ranges.require(
                  "replication job number", built.number(), 0, 999_999_999, "LOC-028"))
          .check("target", () -> NameFormat.NODE.require(built.target()))
          .check("rate", () -> built.rate().ifPresent(Builder::requireRate))
          .check("comment", () -> built.comment().ifPresent(NameFormat.LINE::require))
          .end();
      return built;
    }

    // pve-guest-common, src/PVE/ReplicationConfig.pm
    private static void requireRate(DataRate rate) {
      if (rate.compareTo(DataRate.megabytesPerSecond(1)) < 0) {
        throw new InvalidValueException(
            "a replication job is not limited to " + rate,
            "Use 1 MB/s (8 Mbit/s) or more, or no limit.",
            "LOC-029");
      }
    }
  }
}
