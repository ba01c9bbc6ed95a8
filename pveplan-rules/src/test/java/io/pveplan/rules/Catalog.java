package io.pveplan.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that are planned, from {@code catalog.csv}: what the rules that are there are held to. */
final class Catalog {

  /**
   * One rule that is planned; the correction says how the rule is another one, and what is
   * unsayable why there can be no such plan.
   */
  record Entry(
      String id, Severity severity, int wave, String title, String correction, String unsayable) {

    String area() {
      return Catalog.area(id);
    }
  }

  private static final String AREA = "## ";

  private final Map<String, String> areas = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Catalog() {}

  static Catalog ofTheLibrary() {
    return parse(DocsPage.read(Path.of("src", "test", "resources", "catalog.csv")));
  }

  static Catalog parse(String text) {
    Catalog catalog = new Catalog();
    for (String line : text.lines().toList()) {
      if (line.startsWith(AREA)) {
        String[] area = line.substring(AREA.length()).split(": ", 2);
        catalog.areas.put(area[0], area[1]);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        catalog.add(line);
      }
    }
    return catalog;
  }

  static String area(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private void add(String line) {
    String[] fields = line.split(";", 6);
    Entry entry = new Entry(
        fields[0],
        Severity.valueOf(fields[1]),
        Integer.parseInt(fields[2]),
        fields[3],
        fields[4],
        fields.length > 5 ? fields[5] : "");
    if (!areas.containsKey(entry.area()) || entries.put(entry.id(), entry) != null) {
      throw new IllegalArgumentException(entry.id() + " is in no area, or twice in the catalog");
    }
  }

  /** The areas and their titles, in the order of the file. */
  Map<String, String> areas() {
    return areas;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** What is wrong about these rules, or about the catalog since they are there. */
  List<String> problems(List<RuleDescription> rules) {
    List<String> problems = new ArrayList<>();
    for (RuleDescription rule : rules) {
      Entry entry = entries.get(rule.id());
      if (entry == null) {
        problems.add(rule.id() + " is not in the catalog");
      } else if (entry.severity() != rule.severity() && entry.correction().isEmpty()) {
        problems.add("%s is %s, in the catalog %s, without a reason"
            .formatted(rule.id(), rule.severity(), entry.severity()));
      } else if (!entry.unsayable().isEmpty()) {
        problems.add(rule.id() + " is there, though no plan can say what it is about");
      }
    }
    return problems;
  }
}
