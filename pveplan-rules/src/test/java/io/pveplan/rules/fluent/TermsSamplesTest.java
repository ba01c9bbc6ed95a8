package io.pveplan.rules.fluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.rules.Outcome;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples in the Javadoc of the words for rules are compiled and run. */
class TermsSamplesTest {

  private static final Path MAIN = Path.of("src/main/java/io/pveplan/rules/fluent");
  private static final Path TESTS = Path.of("src/test/java/io/pveplan/rules/fluent");
  private static final Pattern STATEMENT =
      Pattern.compile("<pre>\\{@code\\n(.*?;)\\n", Pattern.DOTALL);

  static List<Path> classes() throws IOException {
    try (Stream<Path> files = Files.list(MAIN)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(Comparison|.*Terms)\\.java"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void each_sample_is_compiled(Path file) throws IOException {
    Matcher sample = STATEMENT.matcher(Files.readString(file).replace("\n * ", "\n"));

    assertThat(sample.find()).as(file + " has a sample").isTrue();
    assertThat(packed(Files.readString(TESTS.resolve("TermsSamples.java"))))
        .contains(packed(sample.group(1)));
  }

  @Test
  void each_sample_runs() {
    RuleBook book = RuleBook.empty();
    for (var rule : TermsSamples.rules()) {
      book = book.with(rule);
    }

    assertThat(book.check(Plans.FULL).results())
        .hasSameSizeAs(TermsSamples.rules())
        .extracting(RuleResult::outcome)
        .doesNotContain(Outcome.NOT_APPLICABLE);
  }

  // The sample breaks lines for readers, the formatter for itself.
  private static String packed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
