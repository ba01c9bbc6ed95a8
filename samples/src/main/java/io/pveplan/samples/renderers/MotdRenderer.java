package io.pveplan.samples.renderers;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;

/** Renders what each node says at login. It is no service; a program hands it over. */
final class MotdRenderer implements Renderer {

  @Override
  public String id() {
    return "acme-motd";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    return Rendering.of(plan.nodes().stream()
        .map(node -> Artifact.onNode(
            node.name(),
            "/etc/motd",
            Step.HOST,
            node.name() + " of cluster " + plan.plan().name() + "\n"))
        .toList());
  }
}
