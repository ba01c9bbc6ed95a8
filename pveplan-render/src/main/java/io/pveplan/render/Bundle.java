package io.pveplan.render;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a plan became: the files, in the order of their paths, and what could not be expressed.
 *
 * <pre>{@code
 * Bundle.render(plan).writeTo(Path.of("target/plans/prod"));
 * Renderers.standard().without("terraform").render(plan).writeZip(Path.of("prod.zip"));
 * }</pre>
 *
 * <p>Besides the artifacts a bundle holds {@code MANIFEST.json} (every other file with its checksum)
 * and {@code RUNBOOK.md} (the bring-up in order). The same plan gives the same bytes.
 *
 * @since 0.1
 */
public final class Bundle {

  static final String MANIFEST = "MANIFEST.json";
  static final String RUNBOOK = "RUNBOOK.md";

  private final SortedMap<String, Artifact> byPath;
  private final List<Gap> gaps;
  private final RunbookHead head;
  private final List<PlannedItem> planned;

  Bundle(
      RunbookHead head,
      Collection<Artifact> artifacts,
      Collection<Gap> gaps,
      Collection<PlannedItem> planned) {
    this.head = head;
    this.byPath = Collections.unmodifiableSortedMap(sorted(artifacts));
    this.gaps = gaps.stream().sorted().toList();
    this.planned = List.copyOf(planned);
  }

  /**
   * Resolves a plan and renders it with all renderers that are found.
   *
   * @param plan the plan as written
   */
  public static Bundle render(ClusterPlan plan) {
    return Renderers.standard().render(plan);
  }

  /**
   * Renders a resolved plan with all renderers that are found.
   *
   * @param plan the resolved plan
   */
  public static Bundle render(ResolvedPlan plan) {
    return Renderers.standard().render(plan);
  }

  /**
   * The same bundle with further files, for example a report.
   *
   * <pre>{@code
   * bundle.plus("checks", Artifact.document("checks/report.txt", report.to(ReportFormat.TEXT)));
   * bundle.plus("checks", Artifact.document("MANIFEST.json", ""));  // refused: the bundle's own
   * }</pre>
   *
   * @param by who made them; stands in the manifest where otherwise the renderer does
   * @param more files whose paths are not taken
   * @throws IllegalStateException if a path is taken
   */
  public Bundle plus(String by, Artifact... more) {
    List<Artifact> all = new ArrayList<>(byPath.values());
    Arrays.stream(more).map(artifact -> artifact.by(by)).forEach(all::add);
    return new Bundle(head, all, gaps, planned);
  }

  /** The files without manifest and runbook, by path. */
  public List<Artifact> artifacts() {
    return List.copyOf(byPath.values());
  }

  /** What could not be expressed, by step and place. */
  public List<Gap> gaps() {
    return gaps;
  }

  /**
   * One of the files.
   *
   * @param path place in the bundle
   */
  public Optional<Artifact> artifact(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** All contents by path, manifest and runbook included. */
  public SortedMap<String, String> toMap() {
    SortedMap<String, String> contents = new TreeMap<>();
    files().forEach(file -> contents.put(file.path(), file.content()));
    return Collections.unmodifiableSortedMap(contents);
  }

  /**
   * Writes the bundle as a directory, whole or not at all.
   *
   * <p>A directory written by an earlier run is replaced: files of that run which are not in this
   * bundle disappear, files that somebody else put there (a Terraform state, a lock file) are kept.
   * So is what lies in {@code checks}, which belongs to reports: a report may be written before or
   * after the bundle. A run that was killed while it replaced the directory is undone first.
   * Permissions are set where the file system has them; directories keep theirs.
   *
   * @param directory the directory; it and its parents are created where they are missing
   * @throws IllegalStateException if the directory holds other files than reports but no manifest
   *     of a bundle, or a file of somebody else where this bundle has one; nothing was changed
   * @throws java.io.UncheckedIOException if writing fails; the old content is in place
   */
  public void writeTo(Path directory) {
    new DirectorySink(directory).write(files());
  }

  /**
   * Writes the bundle as a zip file, whole or not at all; an existing file is replaced.
   *
   * @param file the zip file; its parent directories are created where they are missing
   * @throws java.io.UncheckedIOException if writing fails; the old file is in place
   */
  public void writeZip(Path file) {
    ZipSink.write(files(), file);
  }

  /**
   * Writes the bundle as a zip file. The bytes depend on the plan alone: entries are sorted, dated
   * 1980-02-01 and stored without compression, because compressors differ between machines.
   *
   * @param out where to; it is flushed and stays open
   * @throws java.io.UncheckedIOException if writing fails
   */
  public void writeZip(OutputStream out) {
    ZipSink.write(files(), out);
  }

  /** All files, manifest and runbook included, by path. */
  private List<Artifact> files() {
    List<Artifact> all = new ArrayList<>(byPath.values());
    String runbook = new Runbook(head, byPath.values(), gaps, planned).text();
    all.add(Artifact.document(RUNBOOK, runbook).by("runbook"));
    all.add(Artifact.document(MANIFEST, Manifest.text(all)).by("manifest"));
    all.sort((one, other) -> one.path().compareTo(other.path()));
    return all;
  }

  private static SortedMap<String, Artifact> sorted(Collection<Artifact> artifacts) {
    SortedMap<String, Artifact> sorted = new TreeMap<>();
    TreeMap<String, Artifact> folded = new TreeMap<>();
    folded.put(fold(MANIFEST), Artifact.document(MANIFEST, "").by("the bundle"));
    folded.put(fold(RUNBOOK), Artifact.document(RUNBOOK, "").by("the bundle"));
    for (Artifact artifact : artifacts) {
      Artifact taken = folded.putIfAbsent(fold(artifact.path()), artifact);
      if (taken != null) {
        throw clash(taken, artifact);
      }
      sorted.put(artifact.path(), artifact);
    }
    for (Artifact artifact : sorted.values()) {
      String path = fold(artifact.path());
      for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
        Artifact file = folded.get(path.substring(0, i));
        if (file != null) {
          throw clash(file, artifact);
        }
      }
    }
    return sorted;
  }

  // Some file systems do not tell upper from lower case.
  private static String fold(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private static IllegalStateException clash(Artifact first, Artifact second) {
    return new IllegalStateException(String.format(
        "%s of %s and %s of %s can not both be in a bundle",
        first.path(), first.renderer(), second.path(), second.renderer()));
  }
}
