package io.pveplan.render.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @TempDir
  Path directory;

  @BeforeEach
  void writeExpected() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "one\ntwo\n");
    Files.createDirectory(directory.resolve("sub"));
    Files.writeString(directory.resolve("sub/b.txt"), "three\n");
  }

  @Test
  void the_same_files_match() {
    Golden golden = new Golden(directory, false, true);

    assertThatCode(() -> golden.matches(Map.of("a.txt", "one\ntwo\n", "sub/b.txt", "three\n")))
        .doesNotThrowAnyException();
  }

  @Test
  void every_difference_is_told() {
    Golden golden = new Golden(directory, false, false);

    assertThatThrownBy(() -> golden.matches(Map.of("a.txt", "one\n2\n", "new.txt", "x\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessage("""
            %s is not what was rendered:
              a.txt, line 2
                expected: two
                rendered: 2
              new.txt: not expected
              sub/b.txt: not rendered
            If the new files are right, run once with -Dgolden.update=true.""".formatted(directory));
  }

  @Test
  void a_missing_final_newline_is_a_difference() {
    Golden golden = new Golden(directory, false, false);

    assertThatThrownBy(() -> golden.matches(Map.of("a.txt", "one\ntwo", "sub/b.txt", "three\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.txt, line 3\n    expected: \n    rendered: (end of file)");
  }

  @Test
  void an_update_rewrites_and_fails_once() throws IOException {
    Golden golden = new Golden(directory, true, false);
    Map<String, String> files = Map.of("a.txt", "one\n", "deep/er/c.txt", "four\n");

    assertThatThrownBy(() -> golden.matches(files))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            directory + " was rewritten; read the change, then run again without golden.update");

    assertThat(directory.resolve("a.txt")).hasContent("one\n");
    assertThat(directory.resolve("sub")).doesNotExist();
    assertThatCode(() -> new Golden(directory, false, false).matches(files))
        .doesNotThrowAnyException();
  }

  @Test
  void an_update_is_refused_on_a_build_server() {
    Golden golden = new Golden(directory, true, true);

    assertThatThrownBy(() -> golden.matches(Map.of("a.txt", "one\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessage("golden.update is refused on a build server: " + directory);
    assertThat(directory.resolve("a.txt")).hasContent("one\ntwo\n");
  }

  @Test
  void a_missing_directory_is_told() {
    Golden golden = new Golden(directory.resolve("none"), false, false);

    assertThatThrownBy(() -> golden.matches(Map.of("a.txt", "one\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.txt: not expected");
  }
}
