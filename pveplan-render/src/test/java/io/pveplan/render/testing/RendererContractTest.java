package io.pveplan.render.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.FixedRenderer;
import io.pveplan.render.Plans;
import io.pveplan.render.Renderer;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.Target;
import org.junit.jupiter.api.Test;

class RendererContractTest {

  @Test
  void a_renderer_that_keeps_it_passes() {
    RendererContract contract = RendererContract.of(renderer(
        Artifact.document("a.txt", "text\n"),
        Artifact.document("b.txt", ""),
        Artifact.script(Target.cluster(), Step.HA, "#!/bin/bash\n")));

    assertThatCode(() -> contract.holdsFor(Plans.empty(), Plans.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void every_broken_point_is_told() {
    String here = System.getProperty("user.dir");
    RendererContract contract = RendererContract.of(renderer(
        Artifact.document("a.txt", "line\r\n"),
        Artifact.document("b.txt", "no end"),
        Artifact.document("c.txt", here + "\n"),
        Artifact.script(Target.cluster(), Step.HA, "echo\n")));

    assertThatThrownBy(() -> contract.holdsFor(Plans.empty()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("""
            renderer test breaks its contract:
              plan 1: a.txt: carriage return
              plan 1: b.txt: no newline at the end
              plan 1: c.txt: path of this machine: %s
              plan 1: cluster/25-ha.sh: a script without #! line""".formatted(here));
  }

  @Test
  void a_renderer_that_renders_otherwise_the_second_time_is_told() {
    RendererContract contract = RendererContract.of(new Renderer() {
      private int count;

      @Override
      public String id() {
        return "counting";
      }

      @Override
      public Rendering render(ResolvedPlan plan) {
        count++;
        return Rendering.of(Artifact.document("a.txt", count + "\n"));
      }
    });

    assertThatThrownBy(() -> contract.holdsFor(Plans.empty()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("plan 1: a.txt: another content when rendered again");
  }

  @Test
  void one_path_twice_is_told() {
    Artifact artifact = Artifact.document("a.txt", "x\n");
    RendererContract contract = RendererContract.of(renderer(artifact, artifact));

    assertThatThrownBy(() -> contract.holdsFor(Plans.empty()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("renderer test does not render a plan")
        .hasRootCauseMessage("a.txt of test and a.txt of test can not both be in a bundle");
  }

  @Test
  void a_contract_without_a_plan_is_no_check() {
    RendererContract contract = RendererContract.of(renderer());

    assertThatThrownBy(contract::holdsFor)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("a contract is checked on at least one plan");
  }

  private static Renderer renderer(Artifact... artifacts) {
    return new FixedRenderer("test", Rendering.of(artifacts));
  }
}
