package io.pveplan.rules.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is left out of the scenarios, and of which kinds of failures not all are known by that. */
final class Limits {

  private final List<String> lines = new ArrayList<>();
  private final Map<ScenarioKind, List<String>> facts = new EnumMap<>(ScenarioKind.class);

  /**
   * Something that is left out.
   *
   * @param subject what it is about, as in {@code racks}
   * @param fact the fact that is missing, as in {@code the rack of pve1}
   * @param kinds the failures of which some are not known, or not as a whole
   */
  void add(String subject, String fact, ScenarioKind... kinds) {
    lines.add(subject + ": " + fact);
    for (ScenarioKind kind : kinds) {
      facts.computeIfAbsent(kind, key -> new ArrayList<>()).add(fact);
    }
  }

  /**
   * Failures of which only some are looked at.
   *
   * @param what all of them, as in {@code sets of 4 nodes}
   * @param looked how many are looked at
   * @param of how many there are
   */
  void addSample(String what, int looked, String of, ScenarioKind kind) {
    lines.add(what + ": " + looked + " of " + of + " are looked at");
    facts.computeIfAbsent(kind, key -> new ArrayList<>()).add("all " + what);
  }

  /** All of it, of the form {@code racks: the rack of pve1}. */
  List<String> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** The facts without which not all failures of a kind are known. */
  List<String> facts(ScenarioKind kind) {
    return Collections.unmodifiableList(facts.getOrDefault(kind, List.of()));
  }
}
