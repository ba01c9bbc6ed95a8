package io.pveplan.render;

import io.pveplan.model.PlanPath;
import java.util.Objects;

/**
 * One thing the plan asks to be done, whether or not a file for it exists.
 *
 * <p>The runbook compares these with what the artifacts cover, and lists the rest as work to do by
 * hand.
 *
 * @param at the place in the plan
 * @param step the step of the bring-up in which it is done
 * @param title what is to be done, for example {@code create the pool vm-disks}
 * @since 0.1
 */
public record PlannedItem(PlanPath at, Step step, String title) {

  /** Refuses absent parts. */
  public PlannedItem {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(title, "title");
  }
}
