package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;

/**
 * Turns a plan into the files of one target: interfaces files, storage commands, Terraform.
 *
 * <p>Meant to be implemented. A renderer is found as a {@link java.util.ServiceLoader} provider of
 * this type (public class, public constructor without parameters) or handed to {@link
 * Renderers#with(Renderer...)}. Those of other people are equal to ours.
 *
 * <pre>{@code
 * public final class MotdRenderer implements Renderer {
 *   public String id() {
 *     return "motd";
 *   }
 *
 *   public Rendering render(ResolvedPlan plan) {
 *     return Rendering.of(
 *         plan.nodes().stream()
 *             .map(node -> Artifact.onNode(node.name(), "/etc/motd", Step.HOST, "planned\n"))
 *             .toList());
 *   }
 * }
 * }</pre>
 *
 * <p>A renderer decides nothing: missing values were filled when the plan was resolved, doubtful
 * ones are reported by rules. It has no state, opens no file, reads neither clock nor environment,
 * and gives the same bytes for the same plan. What it can not express it does not leave out but
 * names as a {@link Gap}.
 *
 * @since 0.1
 */
public interface Renderer {

  /**
   * Name of the renderer, unique in a bundle, for example {@code interfaces}: a lower-case letter,
   * then lower-case letters, digits and dashes.
   */
  String id();

  /**
   * Makes the artifacts of a plan.
   *
   * @param plan the resolved plan
   * @return what was made and what could not be expressed; {@link Rendering#nothing()} when the
   *     plan has nothing for this renderer
   */
  Rendering render(ResolvedPlan plan);
}
