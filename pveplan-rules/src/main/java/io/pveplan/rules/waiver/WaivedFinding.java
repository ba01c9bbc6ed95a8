package io.pveplan.rules.waiver;

import io.pveplan.rules.Finding;
import java.util.Objects;

/**
 * A finding and the waiver that is in force for it.
 *
 * @param finding what the rule reports
 * @param waiver why it does not count; of several the one with the longest key
 * @since 0.1
 */
public record WaivedFinding(Finding finding, Waiver waiver) {

  /**
   * Refuses absent parts.
   *
   * @param finding what the rule reports
   * @param waiver why it does not count
   */
  public WaivedFinding {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(waiver, "waiver");
  }
}
