package io.pveplan.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes docs/rules.md: the rules that are there, and those that are not there yet. */
final class RulesPage {

  // How the model names the rule that a value breaks.
  private static final Pattern REFUSAL = Pattern.compile("\"([A-Z]{2,4}-[0-9]{3})\"");

  private final Catalog catalog;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final SortedSet<String> refused = refused();
  private final StringBuilder page = new StringBuilder();

  private RulesPage(Catalog catalog) {
    this.catalog = catalog;
    instances().forEach(rule -> rules.put(rule.description().id(), rule));
  }

  static String text(Catalog catalog) {
    return new RulesPage(catalog).write();
  }

  /** The rules of the library. */
  static List<RuleDescription> rules() {
    return instances()
        .map(Rule::description)
        .sorted(Comparator.comparing(RuleDescription::id))
        .toList();
  }

  /** The ids of what the model refuses to hold. */
  static SortedSet<String> refused() {
    SortedSet<String> ids = new TreeSet<>();
    for (String module : List.of("pveplan-model", "pveplan-dsl")) {
      for (Path source : sources(Path.of("..", module, "src", "main", "java"))) {
        Matcher id = REFUSAL.matcher(DocsPage.read(source));
        while (id.find()) {
          ids.add(id.group(1));
        }
      }
    }
    return ids;
  }

  private static List<Path> sources(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Rule> instances() {
    return ServiceLoader.load(RulePack.class).stream().flatMap(pack -> pack.get().rules().stream());
  }

  private String write() {
    page.append("""
        # Rules

        What the library says of a plan, by area, and what it shall say: each id is given once and keeps its meaning. A test writes this page from
        the rules and from the list of what is planned, and fails when it is out of date.

        - *There* are the rules a report names. `RuleBook.explain("NODE-023")` says all about one, with what your rule book makes of it.
        - *Refused* is what a plan can not even say: the mistake is named with its id when the plan is written, read or resolved. For some ids this is
          all there is to check, for others a part.
        - *Impossible* is what no plan can say, because the library writes or computes it: there is nothing to refuse and nothing to check.
        - *Planned* is what nothing checks yet, wave 1 before wave 2.

        """);
    summary();
    catalog.areas().forEach(this::area);
    return page.toString();
  }

  private void summary() {
    page.append("| area | there | refused | impossible | planned, wave 1 | planned, wave 2 |\n"
        + "|---|---|---|---|---|---|\n");
    catalog.areas().forEach((area, title) -> row("%s (%s)".formatted(title, area), of(area)));
    row("all", catalog.entries());
  }

  private void row(String title, List<Catalog.Entry> entries) {
    page.append("| %s | %d | %d | %d | %d | %d |\n"
        .formatted(
            title,
            entries.stream().filter(this::isThere).count(),
            entries.stream().filter(this::isRefused).count(),
            entries.stream().filter(RulesPage::isImpossible).count(),
            entries.stream()
                .filter(entry -> isPlanned(entry) && entry.wave() == 1)
                .count(),
            entries.stream()
                .filter(entry -> isPlanned(entry) && entry.wave() == 2)
                .count()));
  }

  private void area(String area, String title) {
    page.append("\n## ").append(title).append(" (").append(area).append(")\n");
    of(area).stream().filter(this::isThere).forEach(this::rule);
    List<Catalog.Entry> refusals = of(area).stream().filter(this::isRefused).toList();
    if (!refusals.isEmpty()) {
      page.append("\n**Refused**\n\n| id | title |\n|---|---|\n");
      refusals.forEach(entry -> page.append("| %s | %s |\n".formatted(entry.id(), entry.title())));
    }
    List<Catalog.Entry> impossible =
        of(area).stream().filter(RulesPage::isImpossible).toList();
    if (!impossible.isEmpty()) {
      page.append("\n**Impossible**\n\n| id | title | why |\n|---|---|---|\n");
      impossible.forEach(entry -> page.append(
          "| %s | %s | %s |\n".formatted(entry.id(), entry.title(), entry.unsayable())));
    }
    List<Catalog.Entry> planned = of(area).stream().filter(this::isPlanned).toList();
    if (!planned.isEmpty()) {
      page.append("\n**Planned**\n\n| id | title | severity | wave |\n|---|---|---|---|\n");
      planned.forEach(entry -> page.append("| %s | %s | %s | %d |\n"
          .formatted(entry.id(), entry.title(), entry.severity(), entry.wave())));
    }
  }

  private void rule(Catalog.Entry entry) {
    Rule rule = rules.get(entry.id());
    RuleDescription about = rule.description();
    page.append("\n### %s (%s): %s\n\n".formatted(about.id(), about.severity(), entry.title()));
    page.append(about.summary()).append(". ").append(about.why()).append("\n\n");
    page.append("- Remedy: ").append(about.remedy()).append('\n');
    rule.parameters().forEach(this::parameter);
    page.append("- Sources: ").append(String.join("; ", about.sources())).append('\n');
    Optional.of(entry.correction())
        .filter(reason -> !reason.isEmpty())
        .ifPresent(reason -> page.append(
            about.severity() == entry.severity()
                ? "- Other than planned: %s\n".formatted(reason)
                : "- Planned as %s: %s\n".formatted(entry.severity(), reason)));
    if (refused.contains(entry.id())) {
      page.append("- A part of it is refused when the plan is written.\n");
    }
  }

  private void parameter(RuleParameter<?> parameter) {
    page.append("- Parameter `%s`, default `%s`: %s (%s)\n"
        .formatted(
            parameter.name(),
            parameter.showDefault(),
            parameter.description(),
            parameter.source()));
  }

  private List<Catalog.Entry> of(String area) {
    return catalog.entries().stream().filter(entry -> entry.area().equals(area)).toList();
  }

  private boolean isThere(Catalog.Entry entry) {
    return rules.containsKey(entry.id());
  }

  private boolean isRefused(Catalog.Entry entry) {
    return !isThere(entry) && refused.contains(entry.id());
  }

  private static boolean isImpossible(Catalog.Entry entry) {
    return !entry.unsayable().isEmpty();
  }

  private boolean isPlanned(Catalog.Entry entry) {
    return !isThere(entry) && !refused.contains(entry.id()) && !isImpossible(entry);
  }
}
