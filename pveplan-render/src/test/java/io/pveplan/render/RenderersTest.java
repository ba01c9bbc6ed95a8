package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderersTest {

  private static final Renderer ONE = new FixedRenderer("one", Rendering.nothing());
  private static final Renderer TWO = new FixedRenderer("two", Rendering.nothing());

  @Test
  void renderers_are_kept_by_id() {
    assertThat(Renderers.empty().with(TWO, ONE).list()).containsExactly(ONE, TWO);
    assertThat(Renderers.empty().with(ONE).with(TWO).without("one").list()).containsExactly(TWO);
    assertThat(Renderers.empty().list()).isEmpty();
  }

  @Test
  void an_id_twice_is_refused() {
    assertThatThrownBy(() -> Renderers.empty().with(ONE, ONE))
        .hasMessage("renderer id one is used by io.pveplan.render.FixedRenderer"
            + " and io.pveplan.render.FixedRenderer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "One", "1", "a b", "a_b"})
  void a_malformed_id_is_refused(String id) {
    Renderer renderer = new FixedRenderer(id, Rendering.nothing());

    assertThatThrownBy(() -> Renderers.empty().with(renderer))
        .hasMessage("io.pveplan.render.FixedRenderer: '" + id + "' is no renderer id");
  }

  @Test
  void leaving_out_what_is_not_there_is_refused() {
    assertThatThrownBy(() -> Renderers.empty().with(ONE).without("two"))
        .hasMessage("no renderer two among [one]");
  }

  @Test
  void renderers_are_found_as_services(@TempDir Path directory) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.pveplan.render.Renderer"), "io.pveplan.render.FixedRenderer\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);

      assertThat(Bundle.render(Plans.empty()).artifact("fixed.txt"))
          .map(Artifact::renderer)
          .contains("fixed");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void a_bundle_names_the_renderer_of_each_file_and_gap() {
    Gap gap = Gap.of(PlanPath.of("storage", "san"), Step.ISCSI_STORAGE, "There is no resource.");
    Rendering rendering = Rendering.of(Artifact.document("a", ""))
        .and(Rendering.nothing().withGaps(java.util.List.of(gap)));

    Bundle bundle =
        Renderers.empty().with(new FixedRenderer("one", rendering)).render(Plans.empty());

    assertThat(bundle.artifacts()).extracting(Artifact::renderer).containsExactly("one");
    assertThat(bundle.gaps())
        .containsExactly(
            new Gap(gap.at(), Step.ISCSI_STORAGE, "There is no resource.", true, "one"));
  }

  @Test
  void a_gap_without_a_sentence_is_refused() {
    assertThatThrownBy(() -> Gap.of(PlanPath.of("cluster"), Step.HA, " "))
        .hasMessage("a gap says what is missing: cluster");
  }
}
