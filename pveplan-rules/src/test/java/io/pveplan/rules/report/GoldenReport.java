package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a report with an expected file below {@code src/test/resources/golden/reports}. With
 * {@code -Dgolden.update=true} the file is rewritten and the comparison fails once; a build server
 * (environment variable {@code CI} set) rewrites nothing.
 */
final class GoldenReport {

  private static final Path ROOT = Path.of("src", "test", "resources", "golden", "reports");

  private GoldenReport() {}

  static void assertMatches(String name, String actual) {
    Path file = ROOT.resolve(name);
    try {
      String expected = Files.exists(file) ? Files.readString(file) : "";
      if (Boolean.getBoolean("golden.update") && !actual.equals(expected)) {
        rewrite(file, actual);
      }
      assertThat(actual).as(file.toString()).isEqualTo(expected);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("can not compare with " + file, unreadable);
    }
  }

  private static void rewrite(Path file, String actual) throws IOException {
    if (System.getenv("CI") != null) {
      fail("golden.update is refused on a build server: " + file);
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, actual);
    fail(file + " was rewritten; read the change, then run again without golden.update");
  }
}
