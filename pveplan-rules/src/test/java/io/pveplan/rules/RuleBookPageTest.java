package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.rules.hardware.HardwareRules;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.waiver.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/rule-book.md and docs/profiles.md show is what the library does. */
class RuleBookPageTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  // Only the rule that the page speaks of: other rules come and go.
  private static final RuleBook BOOK = RuleBook.empty()
      .with(new HardwareRules()
          .rules().stream()
              .filter(rule -> rule.description().id().equals("NODE-011"))
              .toArray(Rule[]::new));

  private final DocsPage page = DocsPage.named("rule-book.md");
  private final List<String> yaml = page.blocks("yaml");
  private final List<String> text = page.blocks("text");

  @Test
  void its_java_is_compiled() {
    String source = packed(DocsPage.read(
        Path.of("src", "test", "java", "io", "pveplan", "rules", "RuleBookPage.java")));

    assertThat(page.blocks("java"))
        .hasSize(12)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void the_file_says_the_same_as_java(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("rules.yaml"), yaml.get(0));

    RuleBook book = RuleBookPage.fromFile(file);

    assertThat(book.settings()).isEqualTo(RuleBookPage.inJava().settings());
    assertThat(book.adjustments()).hasSizeGreaterThan(6);
  }

  @Test
  void the_samples_of_the_javadoc_do_what_they_say() {
    Matcher blocks = Pattern.compile("<pre>\\{@code\\n(.*?)\\s*}</pre>", Pattern.DOTALL)
        .matcher(
            DocsPage.read(Path.of("src", "main", "java", "io", "pveplan", "rules", "RuleBook.java"))
                .replaceAll("(?m)^ +\\* ?", ""));
    List<String> samples = blocks.results().map(block -> block.group(1)).toList();

    assertThat(samples).hasSize(2);
    assertThat(packed(DocsPage.read(
            Path.of("src", "test", "java", "io", "pveplan", "rules", "RuleBookPage.java"))))
        .contains(packed(samples.get(0).lines().limit(6).collect(Collectors.joining())));
    assertThat(RuleBookPage.javadoc(RuleBookPage.plan(1, 1)).adjustments())
        .extracting(Adjustment::toString)
        .containsExactly(
            "NET-023 is switched off",
            "NODE-011 reports INFO instead of WARNING: the lab has one power supply",
            "NODE-023 has largestShare 60 instead of 50");
    assertThatThrownBy(() -> RuleBook.standard().without("NET-999"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(samples.get(1) + "\n").isEqualTo(yaml.get(0));
    assertThat(RuleBook.standard().configured(samples.get(1)).settings())
        .isEqualTo(RuleBookPage.inJava().settings());
  }

  @Test
  void the_refusal_is_the_one_that_is_thrown() {
    String wrong = """
        formatVersion: 1
        profile: home
        rules:
          NODE-023:
            parameters:
              largestShare: half
          WVR-099:
            enabled: true
        """;

    assertThatThrownBy(() -> RuleBook.standard().configured(wrong, "rules.yaml"))
        .hasMessage(text.get(0).stripTrailing());
  }

  @Test
  void the_report_says_what_is_waived_and_what_has_expired() {
    Report report =
        BOOK.waiving(Waivers.read(yaml.get(1), "waivers.yaml"), DAY).check(RuleBookPage.plan(1, 1));

    assertThat(report.toText()).contains(text.get(1)).contains(text.get(2)).contains(text.get(3));
    assertThat(report.count(Severity.WARNING)).isEqualTo(2);
  }

  @Test
  void waivers_in_java_are_those_of_the_file() {
    assertThat(RuleBookPage.waivedInJava().all().get(0))
        .hasToString(Waivers.read(yaml.get(1)).all().get(0).toString());
  }

  @Test
  void the_baseline_is_the_one_that_is_written_and_shrinks(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("baseline.yaml");

    RuleBookPage.writeBaseline(BOOK, RuleBookPage.plan(1, 1), file);

    assertThat(file).content().isEqualTo(yaml.get(2));

    Report report = RuleBookPage.sinceBaseline(BOOK, RuleBookPage.plan(1, 2), file);

    assertThat(report.toText()).contains(text.get(4));
    assertThat(report.fails(FailLevel.INFO)).isFalse();
    assertThat(file).content().isEqualTo(yaml.get(2).replace("- \"NODE-011[node/pve2]\"\n", ""));
  }

  @Test
  void the_rules_about_waivers_are_those_of_the_table() {
    RuleBook.standard().settings().stream()
        .filter(setting -> setting.key().startsWith("rules.WVR-"))
        .filter(setting -> !setting.key().endsWith(".enabled"))
        .forEach(setting -> assertThat(tableRow(setting.key().substring(6, 13)))
            .contains(setting.value().replace("warning", "WARNING").replace("info", "INFO")));
  }

  @Test
  void the_profiles_are_those_of_the_code() {
    StringBuilder profiles = new StringBuilder("""
        # Profiles

        What each profile of the [rule book](rule-book.md) changes, and why. A setting is for rules of the severity it names; rules of other
        severities, errors above all, stay as they are. Written from `Profile` by a test.
        """);
    for (Profile profile : Profile.values()) {
      profiles
          .append("\n## ")
          .append(profile)
          .append("\n\nFails at ")
          .append(profile.failLevel())
          .append(".\n");
      if (profile.settings().isEmpty()) {
        profiles.append("Changes nothing.\n");
      } else {
        profiles.append("\n| rules | of severity | become | why |\n|---|---|---|---|\n");
        profile
            .settings()
            .forEach(setting -> profiles.append("| %s | %s | %s | %s |\n"
                .formatted(
                    setting.target().contains("-") ? setting.target() : "all " + setting.target(),
                    setting.from(),
                    setting.to().map(Severity::toString).orElse("off"),
                    setting.reason())));
      }
    }

    DocsPage.named("profiles.md").assertIs(profiles.toString());
  }

  @Test
  void the_forms_of_the_report_are_those_of_the_library(@TempDir Path directory) {
    Report report = BOOK.check(RuleBookPage.plan(1, 1));
    String wholePage = DocsPage.read(Path.of("..", "docs", "rule-book.md"));

    assertThat(report.writeTo(directory)).hasSize(6).allSatisfy(file -> {
      assertThat(file.getParent()).isEqualTo(directory.resolve("checks"));
      assertThat(wholePage).contains("` | `" + file.getFileName() + "` | ");
    });
  }

  private String tableRow(String ruleId) {
    return DocsPage.read(Path.of("..", "docs", "rule-book.md"))
        .lines()
        .filter(line -> line.startsWith("| " + ruleId))
        .findFirst()
        .orElseThrow();
  }

  // The page breaks lines for readers, the formatter for itself.
  private static String packed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
