package io.pveplan.rules.fluent;

import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is said of a rule besides its sentence and its remedy. */
record RuleTexts(String id, Severity severity, String why, List<String> sources, String since) {

  RuleTexts {
    Objects.requireNonNull(severity, "severity");
  }

  RuleTexts because(String text) {
    return new RuleTexts(id, severity, Words.of("the reason", text), sources, since);
  }

  RuleTexts source(String text) {
    List<String> all =
        Stream.concat(sources.stream(), Stream.of(Words.of("a source", text))).toList();
    return new RuleTexts(id, severity, why, all, since);
  }

  RuleTexts since(String text) {
    return new RuleTexts(id, severity, why, sources, Words.of("the version", text));
  }
}
