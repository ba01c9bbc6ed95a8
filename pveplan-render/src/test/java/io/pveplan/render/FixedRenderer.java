package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;

/** Renders the same for every plan. */
public final class FixedRenderer implements Renderer {

  private final String id;
  private final Rendering rendering;

  /** As the service loader makes it. */
  public FixedRenderer() {
    this("fixed", Rendering.of(Artifact.document("fixed.txt", "fixed\n")));
  }

  /** With an id and what it renders. */
  public FixedRenderer(String id, Rendering rendering) {
    this.id = id;
    this.rendering = rendering;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    return rendering;
  }
}
