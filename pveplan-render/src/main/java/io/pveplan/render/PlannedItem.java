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
 * @param afterFiles whether it is done once the files of its step are applied, not before
 * @since 0.1
 */
public record PlannedItem(PlanPath at, Step step, String title, boolean afterFiles) {

  /** Refuses absent parts. */
  public PlannedItem {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(title, "title");
  }

  /**
   * Something that is done before the files of its step are applied.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up in which it is done
   * @param title what is to be done
   */
  public static PlannedItem before(PlanPath at, Step step, String title) {
    return new PlannedItem(at, step, title, false);
  }

  /**
   * Something that needs what the files of its step make.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up in which it is done
   * @param title what is to be done
   */
  public static PlannedItem after(PlanPath at, Step step, String title) {
    return new PlannedItem(at, step, title, true);
  }
}
