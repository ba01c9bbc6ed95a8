package io.pveplan.rules;

import io.pveplan.rules.internal.FileNode;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what can be set in a rule book. */
final class SettingsList {

  private static final Profile START = Profile.PRODUCTION;

  private SettingsList() {}

  static List<Setting> of(RuleEntries entries, Settings settings) {
    List<Setting> list = new ArrayList<>();
    list.add(new Setting(
        "profile",
        FileNode.word(settings.profile()),
        FileNode.word(START),
        "what kind of cluster the plan is for",
        "own judgement",
        Optional.empty()));
    list.add(new Setting(
        "failLevel",
        FileNode.word(settings.failLevel()),
        FileNode.word(START.failLevel()),
        "from what on the plan fails",
        "own judgement",
        Optional.empty()));
    entries.packs().forEach(pack -> list.add(pack(pack, entries, settings)));
    entries.all().forEach(entry -> addRule(list, entry, settings));
    return List.copyOf(list);
  }

  static List<Setting> parameters(RuleEntries entries, Settings settings) {
    return entries
        .all()
        .flatMap(entry ->
            entry.parameters().stream().map(parameter -> parameter(entry, parameter, settings)))
        .toList();
  }

  private static Setting pack(String pack, RuleEntries entries, Settings settings) {
    List<RuleEntry> rules =
        entries.all().filter(entry -> entry.pack().equals(pack)).toList();
    return new Setting(
        "packs." + pack + ".enabled",
        String.valueOf(
            rules.stream().anyMatch(entry -> entry.on(settings.profile()).value())),
        "true",
        "whether rules " + rules.get(0).id() + " to "
            + rules.get(rules.size() - 1).id() + " run",
        "the pack",
        Optional.empty());
  }

  private static void addRule(List<Setting> list, RuleEntry entry, Settings settings) {
    Choice<Boolean> on = entry.on(settings.profile());
    Choice<Severity> severity = entry.severity(settings.profile());
    String sources = String.join("; ", entry.description().sources());
    list.add(new Setting(
        "rules." + entry.id() + ".enabled",
        String.valueOf(on.value()),
        "true",
        "whether it is checked: " + entry.description().summary(),
        sources,
        on.reason()));
    list.add(new Setting(
        "rules." + entry.id() + ".severity",
        FileNode.word(severity.value()),
        FileNode.word(entry.description().severity()),
        "how bad it is: " + entry.description().summary(),
        sources,
        severity.reason()));
    entry.parameters().forEach(parameter -> list.add(parameter(entry, parameter, settings)));
  }

  private static <T> Setting parameter(
      RuleEntry entry, RuleParameter<T> parameter, Settings settings) {
    return new Setting(
        "rules." + entry.id() + ".parameters." + parameter.name(),
        parameter.show(settings.get(entry.id(), parameter)),
        parameter.showDefault(),
        parameter.description(),
        parameter.source(),
        settings.changed(entry.id(), parameter).flatMap(Choice::reason));
  }
}
