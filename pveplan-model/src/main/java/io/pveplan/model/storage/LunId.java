package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Ranges;

/**
 * Says "that LUN of that target".
 *
 * <pre>{@code
 * new LunId("san", 1);  // prints as LUN 1 of san
 * new LunId("san", -1); // refused: is outside 0 to 16383
 * }</pre>
 *
 * @param storage ID of the iSCSI storage that offers it
 * @param number its number there
 * @since 0.1
 */
public record LunId(
    @JsonProperty(required = true) String storage,
    @JsonProperty(required = true) int number) {

  /** Refuses IDs and numbers that can not be. */
  public LunId {
    NameFormat.STORAGE_ID.require(storage);
    Ranges.require("number of a LUN", number, 0, Lun.HIGHEST_NUMBER);
  }

  /** {@code LUN 1 of san}. */
  @Override
  public String toString() {
    return "LUN " + number + " of " + storage;
  }
}
