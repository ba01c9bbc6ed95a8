package io.pveplan.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, to be compared with what it speaks of. */
final class DocsPage {

  private final Path file;

  private DocsPage(Path file) {
    this.file = file;
  }

  static DocsPage named(String name) {
    return new DocsPage(Path.of("..", "docs", name));
  }

  /** The blocks of a language, in their order. */
  List<String> blocks(String language) {
    Matcher fence = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(read(file));
    List<String> blocks = new ArrayList<>();
    while (fence.find()) {
      blocks.add(fence.group(1));
    }
    return blocks;
  }

  /** Demands a whole page that is written from the code, or writes it. */
  void assertIs(String text) {
    GoldenFile.at(file).assertIs(text);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
