package io.pveplan.render.guest;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.testing.Golden;
import io.pveplan.render.testing.RealPrograms;
import io.pveplan.render.testing.RendererContract;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuestsRendererTest {

  private final GuestsRenderer renderer = new GuestsRenderer();

  static Set<String> cases() {
    return GuestCases.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scripts_are_as_expected(String name) {
    Rendering rendering = renderer.render(GuestCases.ALL.get(name));

    assertThat(rendering.gaps()).isEmpty();
    Golden.of("guests/" + name)
        .matches(rendering.artifacts().stream()
            .collect(Collectors.toMap(Artifact::path, Artifact::content)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bash_and_shellcheck_accept_them(String name) {
    renderer
        .render(GuestCases.ALL.get(name))
        .artifacts()
        .forEach(file -> RealPrograms.acceptShell(file.content()));
  }

  @Test
  void keeps_the_contract_of_renderers() {
    RendererContract.of(renderer)
        .holdsFor(
            ResolvedPlan.of(cluster("empty", c -> {})),
            GuestCases.ALL.get("all-settings"),
            GuestCases.ALL.get("clones"),
            GuestCases.ALL.get("pools"),
            GuestCases.ALL.get("with-terraform"));
  }
}
