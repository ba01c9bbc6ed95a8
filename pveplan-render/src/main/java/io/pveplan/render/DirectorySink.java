package io.pveplan.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes files as a directory: beside the old one first, then both change places. */
final class DirectorySink {

  // Reports write themselves there, before or after the bundle.
  private static final Path REPORTS = Path.of("checks");

  private final Path directory;

  DirectorySink(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  void write(List<Artifact> files) {
    try {
      restoreOldContent();
      // A link to a directory stays a link; what it points to is replaced.
      Path target = Files.isDirectory(directory) ? directory.toRealPath() : directory;
      Path parent = target.getParent();
      if (parent == null) {
        throw new IllegalStateException(target + " can not be replaced");
      }
      List<Path> kept = foreignFiles(target, files);
      Files.createDirectories(parent);
      Path scratch = Files.createTempDirectory(parent, "." + target.getFileName() + ".");
      try {
        Path fresh = Files.createDirectory(scratch.resolve("new"));
        fill(fresh, files);
        for (Path file : kept) {
          copy(target.resolve(file), fresh.resolve(file));
        }
        keepPermissions(target, fresh);
        swap(target, fresh, scratch.resolve("old"));
      } finally {
        // The old content is only gone for good once the new one, or it again, is in place.
        if (Files.exists(target) || !Files.exists(scratch.resolve("old"))) {
          delete(scratch);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write " + directory, e);
    }
  }

  /** Puts back what a run that was killed between its two moves left aside. */
  private void restoreOldContent() throws IOException {
    Path target = Files.isSymbolicLink(directory)
        ? directory.resolveSibling(Files.readSymbolicLink(directory)).normalize()
        : directory;
    Path parent = target.getParent();
    if (parent == null
        || !Files.isDirectory(parent)
        || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    String name = Pattern.quote("." + target.getFileName() + ".") + "[0-9]+";
    List<Path> left;
    try (Stream<Path> siblings = Files.list(parent)) {
      left = siblings
          .filter(path -> path.getFileName().toString().matches(name))
          .filter(path -> Files.isDirectory(path.resolve("old"), LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
    if (left.size() > 1) {
      throw new IllegalStateException(target + " is missing, and several runs that were killed left"
          + " an old one: " + left
          + "\nMove the right one's directory \"old\" back by hand.");
    }
    for (Path scratch : left) {
      Files.move(scratch.resolve("old"), target);
      delete(scratch);
    }
  }

  /** Files that no earlier run wrote, relative to the directory. */
  private static List<Path> foreignFiles(Path target, List<Artifact> files) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    if (!Files.isDirectory(target)) {
      throw new IllegalStateException(target + " is no directory\nName another one.");
    }
    List<Path> present = filesBelow(target);
    if (present.isEmpty()) {
      return List.of();
    }
    Path manifest = target.resolve(Bundle.MANIFEST);
    Optional<SortedSet<String>> written = Files.isRegularFile(manifest)
        ? Manifest.paths(Files.readString(manifest))
        : Optional.empty();
    boolean onlyReports = present.stream().allMatch(file -> file.startsWith(REPORTS));
    if (written.isEmpty() && !onlyReports) {
      throw new IllegalStateException(target
          + " holds files but no "
          + Bundle.MANIFEST
          + " of a bundle\nName a new or an empty directory, or empty this one by hand.");
    }
    Set<String> ours = new HashSet<>(written.orElseGet(TreeSet::new));
    ours.add(Bundle.MANIFEST);
    Set<String> fresh = files.stream().map(Artifact::path).collect(Collectors.toSet());
    List<Path> foreign = present.stream()
        .filter(file -> file.startsWith(REPORTS)
            ? !fresh.contains(slashed(file))
            : !ours.contains(slashed(file)))
        .toList();
    refuseToReplace(target, foreign, files);
    return foreign;
  }

  private static void refuseToReplace(Path target, List<Path> foreign, List<Artifact> files) {
    Set<Path> planned = new HashSet<>();
    Set<Path> directories = new HashSet<>();
    for (Artifact file : files) {
      Path path = Path.of(file.path());
      planned.add(path);
      for (Path at = path.getParent(); at != null; at = at.getParent()) {
        directories.add(at);
      }
    }
    for (Path file : foreign) {
      boolean inTheWay = planned.contains(file) || directories.contains(file);
      for (Path at = file.getParent(); at != null && !inTheWay; at = at.getParent()) {
        inTheWay = planned.contains(at);
      }
      if (inTheWay) {
        throw new IllegalStateException(target.resolve(file)
            + " was not written by an earlier run and is in the way\nMove it away first.");
      }
    }
  }

  private static List<Path> filesBelow(Path target) throws IOException {
    try (Stream<Path> walk = Files.walk(target)) {
      return walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(target::relativize)
          .sorted()
          .toList();
    }
  }

  private static String slashed(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static void fill(Path fresh, List<Artifact> files) throws IOException {
    for (Artifact artifact : files) {
      Path file = fresh.resolve(artifact.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, artifact.content());
      Posix.set(file, artifact.mode());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
  }

  private static void keepPermissions(Path target, Path fresh) throws IOException {
    if (!Files.isDirectory(target)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(target)) {
      for (Path old : walk.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .toList()) {
        Path kept = fresh.resolve(target.relativize(old));
        if (Files.isDirectory(kept, LinkOption.NOFOLLOW_LINKS)) {
          Posix.copy(old, kept);
        }
      }
    }
  }

  private static void swap(Path target, Path fresh, Path old) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(fresh, target);
      return;
    }
    Files.move(target, old);
    try {
      Files.move(fresh, target);
    } catch (IOException e) {
      Files.move(old, target);
      throw e;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
