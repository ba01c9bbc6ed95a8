package io.pveplan.rules;

/** Reads a parameter that is named and given as text. */
final class SettingText {

  private SettingText() {}

  static Settings set(String key, String text, RuleEntries entries, Settings settings) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "\"" + key + "\" is not a rule and a parameter with a dot between, as in NET-001.limit");
    }
    RuleEntry entry = entries.get(key.substring(0, dot));
    String name = key.substring(dot + 1);
    return set(
        entry.id(),
        entry
            .parameter(name)
            .orElseThrow(() -> new IllegalArgumentException("rule %s has no parameter %s, it has %s"
                .formatted(entry.id(), name, entry.parameters()))),
        text,
        settings);
  }

  private static <T> Settings set(
      String ruleId, RuleParameter<T> parameter, String text, Settings settings) {
    return settings.with(ruleId, parameter, Choice.of(parameter.read(text)));
  }
}
