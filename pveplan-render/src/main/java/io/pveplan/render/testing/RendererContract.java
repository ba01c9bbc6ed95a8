package io.pveplan.render.testing;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.render.FileMode;
import io.pveplan.render.Renderer;
import io.pveplan.render.Renderers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What every renderer has to keep, ours and others.
 *
 * <pre>{@code
 * @Test
 * void keeps_the_contract_of_renderers() {
 *   RendererContract.of(new MotdRenderer()).holdsFor(emptyPlan(), threeNodes());
 * }
 * }</pre>
 *
 * <p>Hand in the empty plan as well: a renderer has to pass it without an exception.
 *
 * @since 0.1
 */
public final class RendererContract {

  private final Renderer renderer;

  private RendererContract(Renderer renderer) {
    this.renderer = renderer;
  }

  /**
   * The contract for one renderer.
   *
   * @param renderer the renderer under test
   */
  public static RendererContract of(Renderer renderer) {
    return new RendererContract(renderer);
  }

  /**
   * Checks the contract on some plans: no exception, the same bytes twice, no path twice, text in
   * lines with a newline at the end and without carriage returns, scripts that begin with {@code
   * #!}, no path of the machine that renders.
   *
   * @param plans plans to render, at least one
   * @throws AssertionError with all broken points
   */
  public void holdsFor(ResolvedPlan... plans) {
    if (plans.length == 0) {
      throw new IllegalArgumentException("a contract is checked on at least one plan");
    }
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < plans.length; i++) {
      for (String point : broken(plans[i])) {
        broken.add("plan " + (i + 1) + ": " + point);
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(
          "renderer " + renderer.id() + " breaks its contract:\n  " + String.join("\n  ", broken));
    }
  }

  private List<String> broken(ResolvedPlan plan) {
    Bundle bundle = render(plan);
    List<String> points = new ArrayList<>();
    SortedMap<String, String> again = render(plan).toMap();
    bundle.toMap().forEach((path, content) -> {
      if (!content.equals(again.get(path))) {
        points.add(path + ": another content when rendered again");
      }
    });
    if (again.size() != bundle.toMap().size()) {
      points.add("another number of files when rendered again");
    }
    bundle.artifacts().forEach(artifact -> points.addAll(broken(artifact)));
    return points;
  }

  /** A path twice or a malformed id is refused here. */
  private Bundle render(ResolvedPlan plan) {
    try {
      return Renderers.empty().with(renderer).render(plan);
    } catch (RuntimeException e) {
      throw new AssertionError("renderer " + renderer.id() + " does not render a plan", e);
    }
  }

  private static List<String> broken(Artifact artifact) {
    List<String> points = new ArrayList<>();
    String content = artifact.content();
    if (content.indexOf('\r') >= 0) {
      points.add(artifact.path() + ": carriage return");
    }
    if (!content.isEmpty() && !content.endsWith("\n")) {
      points.add(artifact.path() + ": no newline at the end");
    }
    if (artifact.mode() == FileMode.SCRIPT && !content.startsWith("#!")) {
      points.add(artifact.path() + ": a script without #! line");
    }
    machinePaths()
        .filter(content::contains)
        .forEach(path -> points.add(artifact.path() + ": path of this machine: " + path));
    return points;
  }

  // Short paths such as /root are left out: a node has them as well.
  private static Stream<String> machinePaths() {
    return Stream.of("user.dir", "user.home", "java.home", "java.io.tmpdir")
        .map(System::getProperty)
        .map(Path::of)
        .filter(path -> path.getNameCount() > 1)
        .map(Path::toString)
        .distinct();
  }
}
