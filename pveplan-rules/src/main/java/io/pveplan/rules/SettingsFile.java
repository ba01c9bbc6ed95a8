package io.pveplan.rules;

import io.pveplan.rules.internal.FileNode;
import io.pveplan.rules.internal.FileText;
import io.pveplan.rules.internal.Mistakes;
import io.pveplan.rules.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a rule book from a file, over those it has. */
final class SettingsFile {

  private static final int FORMAT_VERSION = 1;
  private static final String OWN =
      " If it is your own, add it with with(..) before configured(..).";

  private RuleEntries entries;
  private Settings settings;

  private SettingsFile(RuleEntries entries, Settings settings) {
    this.entries = entries;
    this.settings = settings;
  }

  static SettingsFile read(String text, String file, RuleEntries entries, Settings settings) {
    Mistakes mistakes = new Mistakes("the settings of the rule book");
    SettingsFile read = new SettingsFile(entries, settings);
    FileText.read(text, file, mistakes).ifPresent(read::book);
    mistakes.refuseIfAny();
    return read;
  }

  RuleEntries entries() {
    return entries;
  }

  Settings settings() {
    return settings;
  }

  private void book(FileNode root) {
    Map<String, FileNode> fields =
        root.fields("formatVersion", "profile", "failLevel", "packs", "rules");
    root.demandVersion(FORMAT_VERSION);
    field(fields, "profile")
        .flatMap(node -> node.oneOf(Profile.class))
        .ifPresent(profile -> settings = settings.with(profile));
    field(fields, "failLevel")
        .flatMap(node -> node.oneOf(FailLevel.class))
        .ifPresent(level -> settings = settings.with(level));
    field(fields, "packs").ifPresent(packs -> packs.fields().forEach(this::pack));
    field(fields, "rules").ifPresent(rules -> rules.fields().forEach(this::rule));
  }

  private void pack(String name, FileNode node) {
    Map<String, FileNode> fields = node.fields("enabled", "reason");
    node.demand("enabled");
    Optional<String> reason = field(fields, "reason").flatMap(FileNode::sentence);
    Optional<Choice<Boolean>> enabled = enabled(fields, reason);
    if (entries.hasPack(name)) {
      enabled.ifPresent(choice -> entries = entries.switchingPack(name, choice));
    } else {
      node.refuse(
          "there is no such pack in this rule book",
          oneOf(entries.packs(), "It has no packs.") + OWN);
    }
  }

  private void rule(String id, FileNode node) {
    Map<String, FileNode> fields = node.fields("enabled", "severity", "parameters", "reason");
    if (fields.keySet().stream().allMatch("reason"::equals)) {
      node.refuse("it sets nothing", "Write enabled, severity or parameters, or remove it.");
    }
    Optional<String> reason = field(fields, "reason").flatMap(FileNode::sentence);
    Optional<Choice<Boolean>> enabled = enabled(fields, reason);
    Optional<Choice<Severity>> severity = severity(fields, reason);
    Optional<FileNode> parameters = field(fields, "parameters");
    if (!entries.has(id)) {
      node.refuse(
          "there is no such rule in this rule book",
          oneOf(entries.near(id), "Use the id of one of RuleBook.rules().") + OWN);
      return;
    }
    enabled.ifPresent(choice -> entries = entries.changing(id, entry -> entry.switched(choice)));
    severity.ifPresent(choice -> entries = entries.changing(id, entry -> entry.reporting(choice)));
    RuleEntry entry = entries.get(id);
    parameters.ifPresent(
        named -> named.fields().forEach((name, value) -> parameter(entry, name, value, reason)));
  }

  private static Optional<Choice<Boolean>> enabled(
      Map<String, FileNode> fields, Optional<String> reason) {
    Optional<Boolean> enabled = field(fields, "enabled").flatMap(FileNode::truth);
    if (enabled.filter(on -> !on).isPresent() && !fields.containsKey("reason")) {
      fields.get("enabled").refuse("it is switched off without a reason", "Write the reason.");
    }
    return enabled.map(on -> new Choice<>(on, reason));
  }

  private static Optional<Choice<Severity>> severity(
      Map<String, FileNode> fields, Optional<String> reason) {
    Optional<Severity> severity =
        field(fields, "severity").flatMap(node -> node.oneOf(Severity.class));
    if (severity.isPresent() && !fields.containsKey("reason")) {
      fields.get("severity").refuse("it is changed without a reason", "Write the reason.");
    }
    return severity.map(value -> new Choice<>(value, reason));
  }

  private void parameter(RuleEntry entry, String name, FileNode value, Optional<String> reason) {
    entry
        .parameter(name)
        .ifPresentOrElse(
            parameter -> set(entry.id(), parameter, value, reason),
            () -> value.refuse(
                "rule " + entry.id() + " has no such parameter",
                oneOf(
                    entry.parameters().stream().map(RuleParameter::name).toList(),
                    "It has no parameters.")));
  }

  private <T> void set(
      String ruleId, RuleParameter<T> parameter, FileNode value, Optional<String> reason) {
    value.text().ifPresent(text -> {
      try {
        settings = settings.with(ruleId, parameter, new Choice<>(parameter.read(text), reason));
      } catch (IllegalArgumentException refused) {
        value.refuse(
            String.valueOf(refused.getMessage()),
            "The default is " + parameter.showDefault() + ": " + parameter.description() + ".");
      }
    });
  }

  private static Optional<FileNode> field(Map<String, FileNode> fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private static String oneOf(List<String> known, String otherwise) {
    return known.isEmpty() ? otherwise : "Use one of: " + String.join(", ", known) + ".";
  }
}
