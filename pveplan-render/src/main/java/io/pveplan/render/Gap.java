package io.pveplan.render;

import io.pveplan.model.PlanPath;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something the plan asks for that a renderer can not express.
 *
 * <p>It stands in the runbook under its step, so that whoever builds the cluster does it by hand or
 * knows that another renderer's file does it.
 *
 * @param at the place in the plan
 * @param step the step of the bring-up it belongs to
 * @param sentence what is not expressed and why, as a sentence
 * @param byHand whether somebody can still do it by hand; if not, the sentence says all there is to say
 *     of it
 * @param renderer id of the renderer that says so; empty until a bundle took it up
 * @since 0.1
 */
public record Gap(PlanPath at, Step step, String sentence, boolean byHand, String renderer)
    implements Comparable<Gap> {

  private static final Comparator<Gap> ORDER = Comparator.comparing(Gap::step)
      .thenComparing(Gap::at)
      .thenComparing(Gap::renderer)
      .thenComparing(Gap::sentence)
      .thenComparing(Gap::byHand);

  /** Refuses absent parts and an empty sentence. */
  public Gap {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(renderer, "renderer");
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("a gap says what is missing: " + at);
    }
  }

  /**
   * A gap as a renderer reports it; the bundle adds the renderer's id.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up it belongs to
   * @param sentence what is not expressed and why, as a sentence
   */
  public static Gap of(PlanPath at, Step step, String sentence) {
    return new Gap(at, step, sentence, true, "");
  }

  /**
   * A gap that nobody can fill, since the product does not have what the plan asks for, or whose
   * sentence says how it is filled. The runbook lists it, but not as work to do by hand.
   *
   * @param at the place in the plan
   * @param step the step of the bring-up it belongs to
   * @param sentence what is not expressed and why, as a sentence
   */
  public static Gap settled(PlanPath at, Step step, String sentence) {
    return new Gap(at, step, sentence, false, "");
  }

  Gap by(String id) {
    return new Gap(at, step, sentence, byHand, id);
  }

  /** By step, then place. */
  @Override
  public int compareTo(Gap other) {
    return ORDER.compare(this, other);
  }
}
