package io.pveplan.model.storage;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A disk that an iSCSI target offers.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLun.class)
@JsonDeserialize(as = ImmutableLun.class)
public interface Lun extends Declared {

  /** Its number at the target, 0 to 16383 (the flat space addressing of SAM-5). */
  int number();

  /**
   * What it is known by on every path, as {@code multipath -ll} and {@code /lib/udev/scsi_id
   * --whitelisted} show it. Targets that offer one LUN with the same WWID are paths to the same
   * disk. It is not known before the LUN is there.
   */
  Optional<String> wwid();

  /** Name of its multipath device in {@code /dev/mapper}; its WWID when absent. */
  Optional<String> alias();

  /** Size. */
  Optional<DataSize> size();

  /** Highest number of a LUN. */
  int HIGHEST_NUMBER = 16_383;

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Lun}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableLun.Builder {
    Builder() {}

    @Override
    public Lun build() {
      Lun built = super.build();
      new Faults()
          .check(
              "number", () -> Ranges.require("number of a LUN", built.number(), 0, HIGHEST_NUMBER))
          .check("wwid", () -> built.wwid().ifPresent(NameFormat.WWID::require))
          .check("alias", () -> requireAlias(built))
          .end();
      return built;
    }

    private static void requireAlias(Lun lun) {
      lun.alias().ifPresent(NameFormat.MULTIPATH_ALIAS::require);
      if (lun.alias().isPresent() && lun.wwid().isEmpty()) {
        throw new InvalidValueException(
            "LUN " + lun.number() + " has an alias and no WWID",
            "Name its WWID too: multipath knows it by that.");
      }
    }
  }
}
