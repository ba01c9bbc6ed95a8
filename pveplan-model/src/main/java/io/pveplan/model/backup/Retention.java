package io.pveplan.model.backup;

import io.pveplan.model.Declared;
import io.pveplan.model.internal.Faults;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How many backups are kept. At least one number is set.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRetention.class)
@JsonDeserialize(as = ImmutableRetention.class)
public interface Retention extends Declared {

  /** The last ones. */
  OptionalInt keepLast();

  /** The last of an hour, for that many hours. */
  OptionalInt keepHourly();

  /** The last of a day, for that many days. */
  OptionalInt keepDaily();

  /** The last of a week, for that many weeks. */
  OptionalInt keepWeekly();

  /** The last of a month, for that many months. */
  OptionalInt keepMonthly();

  /** The last of a year, for that many years. */
  OptionalInt keepYearly();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Retention}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableRetention.Builder {
    Builder() {}

    @Override
    public Retention build() {
      Retention built = super.build();
      new Faults().check(() -> RetentionCheck.require(built)).end();
      return built;
    }
  }
}
