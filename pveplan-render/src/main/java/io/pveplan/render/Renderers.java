package io.pveplan.render;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The renderers a bundle is made with.
 *
 * <pre>{@code
 * Renderers.standard().with(new MotdRenderer()).without("terraform").render(plan).writeTo(directory);
 * Renderers.standard().with(new MotdRenderer(), new MotdRenderer());  // refused: one id twice
 * }</pre>
 *
 * @since 0.1
 */
public final class Renderers {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Renderers EMPTY = new Renderers(new TreeMap<>());

  // Sorted by id, so that neither the class path nor the order of registration shows in a bundle.
  private final TreeMap<String, Renderer> byId;

  private Renderers(TreeMap<String, Renderer> byId) {
    this.byId = byId;
  }

  /** All renderers on the class path or module path. */
  public static Renderers standard() {
    List<Renderer> found = new ArrayList<>();
    ServiceLoader.load(Renderer.class).forEach(found::add);
    return EMPTY.with(found.toArray(new Renderer[0]));
  }

  /** No renderer. */
  public static Renderers empty() {
    return EMPTY;
  }

  /**
   * These and further ones.
   *
   * @param more renderers whose ids are not taken
   * @throws IllegalArgumentException if an id is taken or malformed
   */
  public Renderers with(Renderer... more) {
    TreeMap<String, Renderer> all = new TreeMap<>(byId);
    for (Renderer renderer : more) {
      String id = renderer.id();
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            renderer.getClass().getName() + ": '" + id + "' is no renderer id");
      }
      Renderer taken = all.putIfAbsent(id, renderer);
      if (taken != null) {
        throw new IllegalArgumentException(String.format(
            "renderer id %s is used by %s and %s",
            id, taken.getClass().getName(), renderer.getClass().getName()));
      }
    }
    return new Renderers(all);
  }

  /**
   * These except one.
   *
   * @param id id of a renderer that is among them
   * @throws IllegalArgumentException if it is not
   */
  public Renderers without(String id) {
    TreeMap<String, Renderer> rest = new TreeMap<>(byId);
    if (rest.remove(id) == null) {
      throw new IllegalArgumentException("no renderer " + id + " among " + byId.keySet());
    }
    return new Renderers(rest);
  }

  /** The renderers, by id. */
  public List<Renderer> list() {
    return List.copyOf(byId.values());
  }

  /**
   * Resolves a plan and renders it.
   *
   * @param plan the plan as written
   */
  public Bundle render(ClusterPlan plan) {
    return render(ResolvedPlan.of(plan));
  }

  /**
   * Renders a resolved plan.
   *
   * @param plan the resolved plan
   * @throws IllegalStateException if two artifacts have one path
   */
  public Bundle render(ResolvedPlan plan) {
    List<Artifact> artifacts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    byId.forEach((id, renderer) -> {
      Rendering rendering = renderer.render(plan);
      rendering.artifacts().forEach(artifact -> artifacts.add(artifact.by(id)));
      rendering.gaps().forEach(gap -> gaps.add(gap.by(id)));
    });
    return new Bundle(RunbookHead.of(plan), artifacts, gaps, PlannedItems.of(plan));
  }
}
