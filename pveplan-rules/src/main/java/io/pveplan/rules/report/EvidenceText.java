package io.pveplan.rules.report;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Evidence in a line, for people. */
final class EvidenceText {

  private EvidenceText() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map && map.isEmpty()
        || value instanceof Collection<?> list && list.isEmpty()) {
      return "none";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(it -> it.getKey() + ": " + nested(it.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(EvidenceText::nested).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  private static String nested(Object value) {
    return value instanceof Map<?, ?> || value instanceof Collection<?>
        ? "(" + of(value) + ")"
        : of(value);
  }
}
