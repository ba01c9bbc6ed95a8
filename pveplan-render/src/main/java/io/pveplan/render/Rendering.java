package io.pveplan.render;

import java.util.ArrayList;
import java.util.List;

/**
 * What one renderer made of a plan.
 *
 * @param artifacts the files, in any order
 * @param gaps what the plan asks for and this renderer can not express
 * @since 0.1
 */
public record Rendering(List<Artifact> artifacts, List<Gap> gaps) {

  private static final Rendering NOTHING = new Rendering(List.of(), List.of());

  /** Copies the lists. */
  public Rendering {
    artifacts = List.copyOf(artifacts);
    gaps = List.copyOf(gaps);
  }

  /** The plan has nothing for this renderer. */
  public static Rendering nothing() {
    return NOTHING;
  }

  /**
   * These files, and nothing left out.
   *
   * @param artifacts the files, in any order
   */
  public static Rendering of(List<Artifact> artifacts) {
    return new Rendering(artifacts, List.of());
  }

  /**
   * These files, and nothing left out.
   *
   * @param artifacts the files, in any order
   */
  public static Rendering of(Artifact... artifacts) {
    return of(List.of(artifacts));
  }

  /**
   * The same files, with further gaps.
   *
   * @param more what this renderer can not express
   */
  public Rendering withGaps(List<Gap> more) {
    return new Rendering(artifacts, joined(gaps, more));
  }

  /**
   * The same, with the artifacts and gaps of another part of the plan.
   *
   * @param other what was made of that part
   */
  public Rendering and(Rendering other) {
    return new Rendering(joined(artifacts, other.artifacts), joined(gaps, other.gaps));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
