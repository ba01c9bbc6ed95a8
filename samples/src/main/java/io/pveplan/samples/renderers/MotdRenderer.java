package io.pveplan.samples.renderers;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Gap;
import io.pveplan.render.Procedure;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.List;

/** Renders what each node says at login. It is no service; a program hands it over. */
final class MotdRenderer implements Renderer {

  private static final int LINE = 72;

  @Override
  public String id() {
    return "acme-motd";
  }

  @Override
  public Rendering render(ResolvedPlan plan) {
    List<Artifact> files = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (Node node : plan.nodes()) {
      String greeting = node.name() + " of cluster " + plan.plan().name();
      if (greeting.length() <= LINE) {
        files.add(Artifact.onNode(node.name(), "/etc/motd", Step.HOST, greeting + "\n")
            .with(Procedure.repeatable().checkAfter("run-parts /etc/update-motd.d")));
      } else {
        gaps.add(Gap.of(node.path(), Step.HOST, "The greeting does not fit in one line."));
      }
    }
    return Rendering.of(files).withGaps(gaps);
  }
}
