package io.pveplan.rules;

import java.util.stream.Collectors;

/** The page of one rule, as plain text. */
final class Explanation {

  private Explanation() {}

  static String of(RuleEntry entry, Settings settings, Acceptance acceptance) {
    RuleDescription rule = entry.description();
    StringBuilder text = new StringBuilder();
    text.append(rule.id()).append(' ').append(rule.severity()).append('\n');
    text.append(rule.summary()).append('\n');
    section(text, "Why", rule.why());
    section(text, "What to do", rule.remedy());
    section(text, "Sources", String.join("\n", rule.sources()));
    section(
        text,
        "Parameters",
        String.join(
            "\n",
            entry.parameters().stream()
                .map(p -> parameter(rule.id(), p, settings))
                .toList()));
    section(
        text,
        "In this rule book",
        String.join(
            "\n", entry.adjustments(settings).stream().map(Adjustment::toString).toList()));
    section(text, "Waivers", waivers(rule.id(), acceptance));
    section(text, "Pack", entry.pack());
    section(text, "Since", rule.since());
    return text.toString();
  }

  private static <T> String parameter(
      String ruleId, RuleParameter<T> parameter, Settings settings) {
    return "%s.%s = %s: %s (default %s, from %s)"
        .formatted(
            ruleId,
            parameter.name(),
            parameter.show(settings.get(ruleId, parameter)),
            parameter.description(),
            parameter.showDefault(),
            parameter.source());
  }

  private static String waivers(String ruleId, Acceptance acceptance) {
    return acceptance.waivers().about(ruleId).stream()
        .map(waiver -> waiver.key()
            + ": "
            + waiver
            + (acceptance.today().filter(waiver::isExpired).isPresent() ? ", expired" : ""))
        .collect(Collectors.joining("\n"));
  }

  private static void section(StringBuilder text, String title, String body) {
    if (!body.isEmpty()) {
      text.append('\n').append(title).append('\n');
      body.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }
}
