package io.pveplan.rules.fluent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Why a condition does not hold for a part of the plan: made for those that are reported. */
final class Account {

  private final Set<String> found = new LinkedHashSet<>();
  private final Map<String, Object> evidence = new LinkedHashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /** What is there instead, as it reads after the name of the part: {@code has 1 NIC}. */
  void found(String words) {
    found.add(words);
  }

  void evidence(String name, Object value) {
    evidence.putIfAbsent(name, value);
  }

  void missing(String fact) {
    missing.add(fact);
  }

  Set<String> found() {
    return found;
  }

  Map<String, Object> evidence() {
    return evidence;
  }

  Set<String> missing() {
    return missing;
  }
}
