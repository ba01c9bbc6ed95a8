package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.render.text.Phrase;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing the plan asks to be done, whether or not a file for it exists.
 *
 * <p>The runbook compares these with what the artifacts cover, and lists the rest as work to do by
 * hand. A command in a title is told as code, so that it is whole when it is copied:
 *
 * <pre>{@code
 * PlannedItem.after(at, Step.HA, Phrase.of("start its guests: ").code(command.text()));
 * }</pre>
 *
 * @param at the place in the plan
 * @param step the step of the bring-up in which it is done
 * @param title what is to be done, for example {@code create the pool vm-disks}; names of files in
 *     its text are found by the runbook
 * @param afterFiles whether it is done once the files of its step are applied, not before
 * @param rightBefore place in the bundle of the file of its step that it is done right before; where
 *     no renderer made that file, it is done before all files
 * @since 0.1
 */
public record PlannedItem(
    PlanPath at, Step step, Phrase title, boolean afterFiles, Optional<String> rightBefore) {

  /** Refuses absent parts. */
  public PlannedItem {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(rightBefore, "rightBefore");
  }

  /**
   * Something that is done before the files of its step are applied.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up in which it is done
   * @param title what is to be done, with no command in it
   */
  public static PlannedItem before(PlanPath at, Step step, String title) {
    return before(at, step, Phrase.of(title));
  }

  /**
   * Something that is done before the files of its step are applied.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up in which it is done
   * @param title what is to be done, with commands as code
   */
  public static PlannedItem before(PlanPath at, Step step, Phrase title) {
    return new PlannedItem(at, step, title, false, Optional.empty());
  }

  /**
   * Something that needs what the files of its step make.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up in which it is done
   * @param title what is to be done, with no command in it
   */
  public static PlannedItem after(PlanPath at, Step step, String title) {
    return after(at, step, Phrase.of(title));
  }

  /**
   * Something that needs what the files of its step make.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up in which it is done
   * @param title what is to be done, with commands as code
   */
  public static PlannedItem after(PlanPath at, Step step, Phrase title) {
    return new PlannedItem(at, step, title, true, Optional.empty());
  }

  /**
   * The same, done right before a file of its step and after all that comes before that file.
   *
   * @param path place in the bundle, for example {@code nodes/pve1/05-network.sh}
   */
  public PlannedItem rightBefore(String path) {
    return new PlannedItem(at, step, title, false, Optional.of(path));
  }
}
