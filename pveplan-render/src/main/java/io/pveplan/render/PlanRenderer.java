package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;

/**
 * Renders {@code plan.json}: the plan as its author wrote it. {@link PlanFormat} reads it back to an
 * equal plan.
 *
 * @since 0.1
 */
public final class PlanRenderer implements Renderer {

  /** A renderer without settings. */
  public PlanRenderer() {}

  @Override
  public String id() {
    return "plan";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    return Rendering.of(Artifact.document("plan.json", PlanFormat.JSON.write(plan.written())));
  }
}
