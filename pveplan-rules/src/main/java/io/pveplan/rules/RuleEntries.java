package io.pveplan.rules;

import io.pveplan.model.Visible;
import io.pveplan.rules.waiver.WaiverRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of a rule book by id, switched off or not. It does not change. */
final class RuleEntries {

  private static final Pattern PACK_NAME = Pattern.compile("[a-z][a-z0-9-]*");

  static final RuleEntries NONE = new RuleEntries(new TreeMap<>());

  private final SortedMap<String, RuleEntry> byId;

  private RuleEntries(SortedMap<String, RuleEntry> byId) {
    this.byId = byId;
  }

  RuleEntries with(RulePack pack) {
    String name = pack.name();
    if (!PACK_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s: the name of a pack \"%s\" is not small letters, digits and dashes, as in acme"
              .formatted(pack.getClass().getName(), Visible.text(name)));
    }
    if (pack.title().isBlank()) {
      throw new IllegalArgumentException(pack.getClass().getName() + " has no title");
    }
    if (hasPack(name)) {
      throw new IllegalArgumentException("pack " + name + " is in the rule book already");
    }
    return with(pack.rules(), name);
  }

  RuleEntries with(Collection<Rule> rules, String pack) {
    SortedMap<String, RuleEntry> all = new TreeMap<>(byId);
    for (Rule rule : rules) {
      RuleEntry entry = RuleEntry.of(rule, pack);
      RuleEntry other = all.putIfAbsent(entry.id(), entry);
      if (other != null) {
        throw new IllegalArgumentException("rule id %s is used twice: by %s and by %s"
            .formatted(entry.id(), other.place(), entry.place()));
      }
    }
    return new RuleEntries(all);
  }

  /** With the rules about waivers, which the standard book has already. */
  RuleEntries withWaiverRules() {
    WaiverRules pack = new WaiverRules();
    return hasPack(pack.name()) ? this : with(pack);
  }

  /** Switches a rule, or all rules of a pack. */
  RuleEntries switching(String ruleOrPack, Choice<Boolean> on) {
    if (hasPack(ruleOrPack)) {
      return switchingPack(ruleOrPack, on);
    }
    if (ruleOrPack.contains("-") || packs().isEmpty()) {
      return changing(ruleOrPack, entry -> entry.switched(on));
    }
    throw new IllegalArgumentException(
        "there is no rule or pack %s in this rule book; there are the packs %s"
            .formatted(ruleOrPack, String.join(", ", packs())));
  }

  /** Switches the rules of a pack that are not switched by themselves. */
  RuleEntries switchingPack(String name, Choice<Boolean> on) {
    SortedMap<String, RuleEntry> changed = new TreeMap<>(byId);
    changed.replaceAll(
        (id, entry) -> entry.pack().equals(name) ? entry.switchedWithPack(on) : entry);
    return new RuleEntries(changed);
  }

  RuleEntries changing(String ruleId, UnaryOperator<RuleEntry> change) {
    SortedMap<String, RuleEntry> changed = new TreeMap<>(byId);
    changed.put(ruleId, change.apply(get(ruleId)));
    return new RuleEntries(changed);
  }

  Stream<RuleEntry> all() {
    return byId.values().stream();
  }

  Stream<RuleEntry> on(Settings settings) {
    return all().filter(entry -> entry.on(settings.profile()).value());
  }

  boolean has(String ruleId) {
    return byId.containsKey(ruleId);
  }

  boolean hasPack(String name) {
    return !name.isEmpty() && all().anyMatch(entry -> entry.pack().equals(name));
  }

  List<String> packs() {
    return all()
        .map(RuleEntry::pack)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  RuleEntry get(String ruleId) {
    return Optional.ofNullable(byId.get(ruleId))
        .orElseThrow(() -> new IllegalArgumentException(unknown(ruleId)));
  }

  private String unknown(String ruleId) {
    List<String> known = near(ruleId);
    return "there is no rule "
        + ruleId
        + " in this rule book"
        + (known.isEmpty() ? "" : "; there are " + String.join(", ", known));
  }

  /** The ids of the area of an id. */
  List<String> near(String ruleId) {
    String area = ruleId.substring(0, ruleId.indexOf('-') + 1);
    return byId.keySet().stream()
        .filter(id -> !area.isEmpty() && id.startsWith(area))
        .toList();
  }
}
