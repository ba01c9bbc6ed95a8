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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes files as a directory: beside the old one first, then both change places. */
final class DirectorySink {

  private final Path directory;

  DirectorySink(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  void write(List<Artifact> files) {
    try {
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
    if (written.isEmpty()) {
      throw new IllegalStateException(target
          + " holds files but no "
          + Bundle.MANIFEST
          + " of a bundle\nName a new or an empty directory, or empty this one by hand.");
    }
    Set<String> ours = new HashSet<>(written.get());
    ours.add(Bundle.MANIFEST);
    List<Path> foreign =
        present.stream().filter(file -> !ours.contains(slashed(file))).toList();
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
