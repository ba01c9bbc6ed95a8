package io.pveplan.render;

import static io.pveplan.render.BundleTest.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySinkTest {

  private static final Bundle OLD =
      bundle(Artifact.document("a.txt", "old\n"), Artifact.document("gone/b.txt", "old\n"));
  private static final Bundle NEW =
      bundle(Artifact.document("a.txt", "new\n"), Artifact.document("c/d.txt", "new \u00e9\n"));
  // No file system takes a name of this length.
  private static final Bundle IMPOSSIBLE =
      bundle(Artifact.document("a.txt", "new\n"), Artifact.document("x".repeat(300), "new\n"));

  @TempDir
  Path parent;

  private Path directory;

  @BeforeEach
  void nameDirectory() {
    directory = parent.resolve("plan");
  }

  @Test
  void a_bundle_is_written_with_its_parents() throws IOException {
    directory = parent.resolve("x/y/plan");

    NEW.writeTo(directory);

    assertThat(contents()).isEqualTo(NEW.toMap());
    assertThat(names(directory.getParent())).containsExactly("plan");
  }

  @Test
  void an_empty_directory_is_filled() throws IOException {
    Files.createDirectories(directory.resolve("empty"));

    NEW.writeTo(directory);

    assertThat(contents()).isEqualTo(NEW.toMap());
  }

  @Test
  void an_earlier_bundle_is_replaced() throws IOException {
    OLD.writeTo(directory);

    NEW.writeTo(directory);

    assertThat(contents()).isEqualTo(NEW.toMap());
    assertThat(directory.resolve("gone")).doesNotExist();
    assertThat(names(parent)).containsExactly("plan");
  }

  @Test
  void a_failed_run_leaves_the_old_content() throws IOException {
    OLD.writeTo(directory);

    assertThatThrownBy(() -> IMPOSSIBLE.writeTo(directory))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(contents()).isEqualTo(OLD.toMap());
    assertThat(names(parent)).containsExactly("plan");
  }

  @Test
  void a_failed_first_run_leaves_nothing() throws IOException {
    assertThatThrownBy(() -> IMPOSSIBLE.writeTo(directory))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(names(parent)).isEmpty();
  }

  @Test
  void files_of_somebody_else_are_kept() throws IOException {
    OLD.writeTo(directory);
    Path state = directory.resolve("gone/terraform.tfstate");
    Files.writeString(state, "state");
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(directory.resolve("link"), Path.of("no/where"));

    NEW.writeTo(directory);

    Map<String, String> expected = new TreeMap<>(NEW.toMap());
    expected.put("gone/terraform.tfstate", "state");
    expected.put("link", "-> no/where");
    assertThat(contents()).isEqualTo(expected);
    assertThat(permissions("gone/terraform.tfstate")).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({"c/d.txt", "c", "c/d.txt/x", "a.txt/x"})
  void a_file_of_somebody_else_in_the_way_is_not_replaced(String path) throws IOException {
    bundle().writeTo(directory);
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");
    Map<String, String> before = contents();

    assertThatThrownBy(() -> NEW.writeTo(directory))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(file.toRealPath()
            + " was not written by an earlier run and is in the way\nMove it away first.");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void a_directory_that_is_no_bundle_is_not_replaced() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> NEW.writeTo(directory))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(directory.toRealPath()
            + " holds files but no MANIFEST.json of a bundle\n"
            + "Name a new or an empty directory, or empty this one by hand.");
    assertThat(contents()).isEqualTo(Map.of("thesis.txt", "years of work"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"format\": \"other\"}", "{\"format\": [1]}"})
  void a_manifest_of_something_else_does_not_count(String manifest) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("MANIFEST.json"), manifest);

    assertThatThrownBy(() -> NEW.writeTo(directory)).isInstanceOf(IllegalStateException.class);
    assertThat(contents()).isEqualTo(Map.of("MANIFEST.json", manifest));
  }

  @Test
  void reports_may_be_there_first() throws IOException {
    write("checks/report.txt", "sound\n");

    NEW.writeTo(directory);

    Map<String, String> expected = new TreeMap<>(NEW.toMap());
    expected.put("checks/report.txt", "sound\n");
    assertThat(contents()).isEqualTo(expected);
  }

  @Test
  void reports_are_kept_whoever_wrote_them_before() throws IOException {
    NEW.plus("checks", Artifact.document("checks/report.txt", "old\n")).writeTo(directory);
    write("checks/report.txt", "sound\n");

    NEW.writeTo(directory);
    assertThat(directory.resolve("checks/report.txt")).hasContent("sound");

    NEW.plus("checks", Artifact.document("checks/report.txt", "new\n")).writeTo(directory);
    assertThat(directory.resolve("checks/report.txt")).hasContent("new");
  }

  @Test
  void reports_do_not_make_a_directory_a_bundle() throws IOException {
    write("checks/report.txt", "sound\n");
    write("thesis.txt", "years of work");

    assertThatThrownBy(() -> NEW.writeTo(directory)).isInstanceOf(IllegalStateException.class);
    assertThat(contents())
        .isEqualTo(Map.of("checks/report.txt", "sound\n", "thesis.txt", "years of work"));
  }

  // A run that is killed between its two moves leaves nothing at the target.
  @Test
  void what_a_killed_run_left_aside_is_put_back() throws IOException {
    OLD.writeTo(directory);
    write("notes.txt", "mine");
    Path scratch = Files.createDirectories(parent.resolve(".plan.123/new")).getParent();
    Files.writeString(scratch.resolve("new/a.txt"), "half");
    Files.move(directory, scratch.resolve("old"));
    Path other = Files.createDirectories(parent.resolve(".plan.2.456/old"));

    NEW.writeTo(directory);

    Map<String, String> expected = new TreeMap<>(NEW.toMap());
    expected.put("notes.txt", "mine");
    assertThat(contents()).isEqualTo(expected);
    assertThat(names(parent)).containsExactly(".plan.2.456", "plan");
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void what_a_killed_run_left_aside_is_put_back_behind_a_link() throws IOException {
    Path real = parent.resolve("real");
    OLD.writeTo(real);
    Files.createSymbolicLink(directory, Path.of("real"));
    write("notes.txt", "mine");
    Files.createDirectories(parent.resolve(".real.123"));
    Files.move(real, parent.resolve(".real.123/old"));

    NEW.writeTo(directory);

    assertThat(real.resolve("notes.txt")).hasContent("mine");
    assertThat(names(parent)).containsExactly("plan", "real");
  }

  @Test
  void of_two_killed_runs_none_is_chosen() throws IOException {
    Files.createDirectories(parent.resolve(".plan.1/old"));
    Files.createDirectories(parent.resolve(".plan.2/old"));

    assertThatThrownBy(() -> NEW.writeTo(directory))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(directory + " is missing, and several runs that were killed left an old one: ["
            + parent.resolve(".plan.1") + ", " + parent.resolve(".plan.2")
            + "]\nMove the right one's directory \"old\" back by hand.");
    assertThat(names(parent)).containsExactly(".plan.1", ".plan.2");
  }

  @Test
  void directories_keep_their_permissions() throws IOException {
    OLD.writeTo(directory);
    write("c/state", "mine");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        directory.resolve("c"), PosixFilePermissions.fromString("rwxr-x---"));

    NEW.writeTo(directory);

    assertThat(permissions("")).isEqualTo("rwx------");
    assertThat(permissions("c")).isEqualTo("rwxr-x---");
  }

  @Test
  void a_file_is_no_directory() throws IOException {
    Files.writeString(directory, "x");

    assertThatThrownBy(() -> NEW.writeTo(directory))
        .hasMessage(directory + " is no directory\nName another one.");
    assertThat(directory).hasContent("x");
  }

  @Test
  void a_link_to_a_directory_stays_a_link() throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    Files.createSymbolicLink(directory, real);

    NEW.writeTo(directory);

    assertThat(Files.isSymbolicLink(directory)).isTrue();
    assertThat(contents()).isEqualTo(NEW.toMap());
  }

  @Test
  void permissions_are_set() throws IOException {
    bundle(
            Artifact.script(Target.cluster(), Step.HA, "#!/bin/bash\n"),
            Artifact.document("secret", "").mode(FileMode.PRIVATE),
            Artifact.document("plain", ""))
        .writeTo(directory);

    assertThat(permissions("cluster/25-ha.sh")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("secret")).isEqualTo("rw-------");
    assertThat(permissions("plain")).isEqualTo("rw-r--r--");
  }

  private void write(String path, String content) throws IOException {
    Files.createDirectories(directory.resolve(path).getParent());
    Files.writeString(directory.resolve(path), content);
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(path)));
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(directory.toRealPath())) {
      for (Path path : walk.toList()) {
        String name = directory.toRealPath().relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          contents.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          contents.put(name, Files.readString(path));
        }
      }
    }
    return contents;
  }

  private static java.util.List<String> names(Path directory) throws IOException {
    try (Stream<Path> list = Files.list(directory)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
