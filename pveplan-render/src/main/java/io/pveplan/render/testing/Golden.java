package io.pveplan.render.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares rendered files with a directory of expected ones, whole and both ways.
 *
 * <pre>{@code
 * Golden.of("interfaces/lacp-ceph").matches(bundle.toMap());
 * }</pre>
 *
 * <p>The expected files lie under {@code src/test/resources/golden}. With the system property {@code
 * golden.update} set to {@code true} they are rewritten, and the comparison fails once, so that
 * nobody takes them over unread. On a build server (environment variable {@code CI} set) rewriting is
 * refused.
 *
 * @since 0.1
 */
public final class Golden {

  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private final Path directory;
  private final boolean update;
  private final boolean buildServer;

  Golden(Path directory, boolean update, boolean buildServer) {
    this.directory = directory;
    this.update = update;
    this.buildServer = buildServer;
  }

  /**
   * The expected files of one case.
   *
   * @param name path below {@code src/test/resources/golden}
   */
  public static Golden of(String name) {
    return new Golden(
        ROOT.resolve(name), Boolean.getBoolean("golden.update"), System.getenv("CI") != null);
  }

  /**
   * Compares all files.
   *
   * @param actual contents by path, with slashes
   * @throws AssertionError if a file is missing, superfluous or different
   */
  public void matches(Map<String, String> actual) {
    SortedMap<String, String> expected = read();
    List<String> differences = differences(expected, new TreeMap<>(actual));
    if (differences.isEmpty()) {
      return;
    }
    if (update) {
      if (buildServer) {
        throw new AssertionError("golden.update is refused on a build server: " + directory);
      }
      rewrite(actual);
      throw new AssertionError(
          directory + " was rewritten; read the change, then run again without golden.update");
    }
    throw new AssertionError(directory
        + " is not what was rendered:\n  "
        + String.join("\n  ", differences)
        + "\nIf the new files are right, run once with -Dgolden.update=true.");
  }

  private static List<String> differences(
      SortedMap<String, String> expected, SortedMap<String, String> actual) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>(expected.keySet());
    paths.addAll(actual.keySet());
    for (String path : paths) {
      if (!actual.containsKey(path)) {
        differences.add(path + ": not rendered");
      } else if (!expected.containsKey(path)) {
        differences.add(path + ": not expected");
      } else if (!actual.get(path).equals(expected.get(path))) {
        differences.add(path + firstDifference(expected.get(path), actual.get(path)));
      }
    }
    return differences;
  }

  private static String firstDifference(String expected, String actual) {
    String[] wanted = expected.split("\n", -1);
    String[] found = actual.split("\n", -1);
    int at = 0;
    while (at < wanted.length && at < found.length && wanted[at].equals(found[at])) {
      at++;
    }
    return String.format(
        ", line %d\n    expected: %s\n    rendered: %s", at + 1, line(wanted, at), line(found, at));
  }

  private static String line(String[] lines, int at) {
    return at < lines.length ? lines[at] : "(end of file)";
  }

  private SortedMap<String, String> read() {
    SortedMap<String, String> contents = new TreeMap<>();
    try {
      for (Path file : files()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not read " + directory, e);
    }
    return contents;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private void rewrite(Map<String, String> actual) {
    try {
      for (Path file : files()) {
        Files.delete(file);
      }
      for (Map.Entry<String, String> file : actual.entrySet()) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      deleteEmptyDirectories();
    } catch (IOException e) {
      throw new UncheckedIOException("can not rewrite " + directory, e);
    }
  }

  private void deleteEmptyDirectories() throws IOException {
    List<Path> directories;
    try (Stream<Path> walk = Files.walk(directory)) {
      directories =
          walk.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path candidate : directories) {
      try (Stream<Path> inside = Files.list(candidate)) {
        if (inside.findAny().isPresent()) {
          continue;
        }
      }
      Files.delete(candidate);
    }
  }
}
