package io.pveplan.render;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One file of a bundle.
 *
 * <pre>{@code
 * Artifact.onNode("pve1", "/etc/network/interfaces", Step.NETWORK, text)
 *     .covers(PlanPath.of("node", "pve1"))
 *     .with(Procedure.repeatable().apply("ifreload -a"));
 * Artifact.file(Target.workstation(), "../escape", Step.GUESTS, "");  // refused: leaves the bundle
 * }</pre>
 *
 * @param target where it is used
 * @param path place in the bundle: relative, with slashes, without {@code .} and {@code ..};
 *     letters, digits and {@code ._@+=,~-} only
 * @param nodePath absolute path on the node, for a file that lies there
 * @param content the whole text, written as UTF-8
 * @param mode the file's permissions
 * @param step the step of the bring-up it belongs to; none for what is only read
 * @param preview whether it is only there to compare the result with, never to be copied
 * @param covers places of the plan that are done once this file is applied, sorted
 * @param procedure how it is used
 * @param installs places in the bundle of the files that this script puts where they belong, so
 *     that nobody else has to, sorted
 * @param renderer id of the renderer that made it; empty until a bundle took it up
 * @since 0.1
 */
public record Artifact(
    Target target,
    String path,
    Optional<String> nodePath,
    String content,
    FileMode mode,
    Optional<Step> step,
    boolean preview,
    List<PlanPath> covers,
    Procedure procedure,
    List<String> installs,
    String renderer) {

  // Characters that stay in the cache next to the processor.
  private static final int PART = 4096;

  /** Refuses a path that leaves the bundle, and text that has no UTF-8 form. */
  public Artifact {
    Objects.requireNonNull(target, "target");
    BundlePath.check(path);
    nodePath.ifPresent(BundlePath::checkAbsolute);
    // Half of a surrogate pair would be written as a question mark.
    if (!isLatin(content) && !survives(content)) {
      throw new InvalidValueException(
          "the content of " + path + " has no UTF-8 form", "Remove the unpaired surrogate.");
    }
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(step, "step");
    covers = sorted(covers);
    Objects.requireNonNull(procedure, "procedure");
    installs.forEach(BundlePath::check);
    installs = List.copyOf(new TreeSet<>(installs));
    Objects.requireNonNull(renderer, "renderer");
  }

  // Nearly all files are in Latin letters, and shown to be that part by part without a copy.
  private static boolean isLatin(String text) {
    CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
    char[] part = new char[Math.min(PART, text.length())];
    ByteBuffer bytes = ByteBuffer.allocate(part.length);
    boolean fits = true;
    for (int from = 0; fits && from < text.length(); from += part.length) {
      int size = Math.min(part.length, text.length() - from);
      text.getChars(from, from + size, part, 0);
      fits = latin.encode(CharBuffer.wrap(part, 0, size), bytes.clear(), true).isUnderflow();
    }
    return fits;
  }

  private static boolean survives(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
  }

  // A file of guests covers each of them, and they come nearly in order, which a sort makes use of.
  private static List<PlanPath> sorted(List<PlanPath> places) {
    List<PlanPath> copy = List.copyOf(places);
    if (isSorted(copy)) {
      return copy;
    }
    List<PlanPath> sorted = new ArrayList<>(copy);
    sorted.sort(Comparator.naturalOrder());
    List<PlanPath> once = new ArrayList<>(sorted.size());
    for (PlanPath place : sorted) {
      if (once.isEmpty() || once.get(once.size() - 1).compareTo(place) != 0) {
        once.add(place);
      }
    }
    return List.copyOf(once);
  }

  private static boolean isSorted(List<PlanPath> places) {
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i - 1).compareTo(places.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A file as it lies on a node; in the bundle it is {@code nodes/<node>/<path>}.
   *
   * @param node name of the node
   * @param nodePath absolute path there
   * @param step the step of the bring-up
   * @param content the whole text
   */
  public static Artifact onNode(String node, String nodePath, Step step, String content) {
    BundlePath.checkAbsolute(nodePath);
    Target target = Target.node(node);
    return new Artifact(
        target,
        target.folder() + nodePath,
        Optional.of(nodePath),
        content,
        FileMode.FILE,
        Optional.of(step),
        false,
        List.of(),
        Procedure.once(),
        List.of(),
        "");
  }

  /**
   * The script of a step: {@code nodes/<node>/NN-<step>.sh}, {@code cluster/NN-<step>.sh} or {@code
   * pbs/NN-<step>.sh}.
   *
   * @param target where it runs; not the workstation
   * @param step the step of the bring-up
   * @param content the whole text
   */
  public static Artifact script(Target target, Step step, String content) {
    if (target.folder().isEmpty()) {
      throw new IllegalArgumentException("no folder for scripts of " + target);
    }
    return file(target, target.folder() + "/" + step.script(), step, content).mode(FileMode.SCRIPT);
  }

  /**
   * A file of the cluster configuration as it will be, to compare with; in the bundle it is {@code
   * cluster/<path>}.
   *
   * @param nodePath absolute path, for example {@code /etc/pve/storage.cfg}
   * @param step the step after which it looks like this
   * @param content the whole text
   */
  public static Artifact preview(String nodePath, Step step, String content) {
    BundlePath.checkAbsolute(nodePath);
    Target target = Target.cluster();
    return new Artifact(
        target,
        target.folder() + nodePath,
        Optional.of(nodePath),
        content,
        FileMode.FILE,
        Optional.of(step),
        true,
        List.of(),
        Procedure.repeatable(),
        List.of(),
        "");
  }

  /**
   * Any file.
   *
   * @param target where it is used
   * @param path place in the bundle
   * @param step the step of the bring-up
   * @param content the whole text
   */
  public static Artifact file(Target target, String path, Step step, String content) {
    return new Artifact(
        target,
        path,
        Optional.empty(),
        content,
        FileMode.FILE,
        Optional.of(step),
        false,
        List.of(),
        Procedure.once(),
        List.of(),
        "");
  }

  /**
   * A file that is only read and belongs to no step.
   *
   * @param path place in the bundle
   * @param content the whole text
   */
  public static Artifact document(String path, String content) {
    return new Artifact(
        Target.workstation(),
        path,
        Optional.empty(),
        content,
        FileMode.FILE,
        Optional.empty(),
        false,
        List.of(),
        Procedure.repeatable(),
        List.of(),
        "");
  }

  /**
   * The same with other permissions.
   *
   * @param other the permissions
   */
  public Artifact mode(FileMode other) {
    return new Artifact(
        target, path, nodePath, content, other, step, preview, covers, procedure, installs,
        renderer);
  }

  /**
   * The same, covering exactly these places of the plan. A covered place stands for everything
   * below it.
   *
   * @param places what is done once this file is applied
   */
  public Artifact covers(List<PlanPath> places) {
    return new Artifact(
        target, path, nodePath, content, mode, step, preview, places, procedure, installs,
        renderer);
  }

  /**
   * The same, covering exactly these places of the plan. A covered place stands for everything
   * below it.
   *
   * @param places what is done once this file is applied
   */
  public Artifact covers(PlanPath... places) {
    return covers(List.of(places));
  }

  /**
   * The same with another procedure.
   *
   * @param other how it is used
   */
  public Artifact with(Procedure other) {
    return new Artifact(
        target, path, nodePath, content, mode, step, preview, covers, other, installs, renderer);
  }

  /**
   * The same, putting exactly these files of the bundle where they belong. The runbook then says so
   * instead of asking for it; a file that the bundle does not have changes nothing.
   *
   * <pre>{@code
   * Artifact.script(Target.node("pve1"), Step.NETWORK, text)
   *     .installs("nodes/pve1/etc/network/interfaces");
   * }</pre>
   *
   * @param paths places in the bundle
   */
  public Artifact installs(String... paths) {
    return new Artifact(
        target,
        path,
        nodePath,
        content,
        mode,
        step,
        preview,
        covers,
        procedure,
        List.of(paths),
        renderer);
  }

  Artifact by(String id) {
    return new Artifact(
        target, path, nodePath, content, mode, step, preview, covers, procedure, installs, id);
  }

  /** Path and target; not the content. */
  @Override
  public String toString() {
    return path + " (" + target + ")";
  }
}
