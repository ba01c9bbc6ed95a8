package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the docs, which tests hold to what is compiled and rendered. */
final class Page {

  private static final Path SAMPLES = Path.of("src", "main", "java", "io", "pveplan", "samples");
  private static final Path TESTS = Path.of("src", "test", "java", "io", "pveplan", "samples");

  private final String text;

  private Page(String text) {
    this.text = text;
  }

  /** A page in the folder docs. */
  static Page named(String name) {
    return new Page(read(Path.of("..", "docs", name)));
  }

  String text() {
    return text;
  }

  /** The text without its line breaks. */
  String onOneLine() {
    return text.replaceAll("\\s+", " ");
  }

  /** The fenced blocks of a language. */
  List<String> blocks(String language) {
    return found("(?ms)^```" + language + "\n(.*?)^```$");
  }

  /** The first group of each match, for example of the files that the page names. */
  List<String> found(String regex) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Holds the blocks of Java, so many, to classes of the samples. */
  void showsCodeOf(int blocks, String... classes) {
    StringBuilder sources = new StringBuilder();
    for (String name : classes) {
      sources.append(read(SAMPLES.resolve(name + ".java")));
    }
    showsCode(blocks, sources.toString());
  }

  /** The same of a package of the samples and of its tests. */
  void showsCodeOfPackage(int blocks, String name) {
    StringBuilder sources = new StringBuilder();
    for (Path file : files(SAMPLES.resolve(name), TESTS.resolve(name))) {
      sources.append(read(file));
    }
    showsCode(blocks, sources.toString());
  }

  private void showsCode(int blocks, String sources) {
    String packed = packed(sources);
    assertThat(blocks("java"))
        .hasSize(blocks)
        .allSatisfy(block -> assertThat(packed).contains(packed(block)));
  }

  // The page breaks lines for readers, the formatter for itself.
  private static String packed(String code) {
    return code.replaceAll("\\s+", "");
  }

  static List<Path> files(Path... directories) {
    List<Path> all = new ArrayList<>();
    for (Path directory : directories) {
      try (Stream<Path> files = Files.list(directory)) {
        files.sorted().forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
