package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written from the code and kept beside it. */
public final class GoldenFile {

  private final Path file;

  private GoldenFile(Path file) {
    this.file = file;
  }

  /** The file at a place below the module. */
  public static GoldenFile at(Path file) {
    return new GoldenFile(file);
  }

  /** Demands the whole text, or writes it with {@code -Dgolden.update=true}. */
  public void assertIs(String text) {
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      write(text);
      throw new AssertionError(
          file + " was rewritten; read the change, then run without the switch");
    }
    assertThat(DocsPage.read(file)).isEqualTo(text);
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
