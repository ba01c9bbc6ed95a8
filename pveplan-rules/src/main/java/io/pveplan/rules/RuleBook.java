package io.pveplan.rules;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules a plan is checked by, and how their user wants them.
 *
 * <pre>{@code
 * Report report = RuleBook.standard()
 *     .with(new MissingAssetNumber())
 *     .without("NET-023")
 *     .severity("NODE-011", INFO, "the lab has one power supply")
 *     .set("NODE-023.largestShare", "60%")
 *     .check(plan);
 *
 * RuleBook.standard().without("NET-999");  // refused: there is no such rule
 * }</pre>
 *
 * <p>A rule book does not change: each method gives another one. It may be kept and shared between
 * threads.
 *
 * @since 0.1
 */
public final class RuleBook {

  private static final RuleBook EMPTY = new RuleBook(new TreeMap<>(), Settings.DEFAULTS);

  private final SortedMap<String, RuleEntry> entries;
  private final Settings settings;

  private RuleBook(SortedMap<String, RuleEntry> entries, Settings settings) {
    this.entries = entries;
    this.settings = settings;
  }

  /**
   * All packs that {@link ServiceLoader} finds, the library's own and others alike.
   *
   * @return a book with the rules of these packs
   * @throws IllegalArgumentException if two rules have one id or two packs one name
   */
  public static RuleBook standard() {
    List<RulePack> packs = new ArrayList<>();
    ServiceLoader.load(RulePack.class).forEach(packs::add);
    packs.sort(Comparator.comparing(RulePack::name));
    RuleBook book = EMPTY;
    for (RulePack pack : packs) {
      book = book.with(pack);
    }
    return book;
  }

  /** {@return no rules at all, to choose every one by hand} */
  public static RuleBook empty() {
    return EMPTY;
  }

  /**
   * Adds single rules.
   *
   * @param rules rules that belong to no pack
   * @return the book with these rules
   * @throws IllegalArgumentException if an id is in use, also by a rule that is switched off, or a
   *     rule is not described
   */
  public RuleBook with(Rule... rules) {
    return withAll(List.of(rules), "");
  }

  /**
   * Adds the rules of a pack.
   *
   * @param pack a pack that is not found by itself
   * @return the book with the rules of the pack
   * @throws IllegalArgumentException if an id or the name of the pack is in use, or a rule is not
   *     described
   */
  public RuleBook with(RulePack pack) {
    String name = pack.name();
    if (name.isBlank()) {
      throw new IllegalArgumentException(pack.getClass().getName() + " has no name");
    }
    if (entries.values().stream().anyMatch(entry -> entry.pack().equals(name))) {
      throw new IllegalArgumentException("pack " + name + " is in the rule book already");
    }
    return withAll(pack.rules(), name);
  }

  private RuleBook withAll(Collection<Rule> rules, String pack) {
    SortedMap<String, RuleEntry> all = new TreeMap<>(entries);
    for (Rule rule : rules) {
      RuleEntry entry = RuleEntry.of(rule, pack);
      RuleEntry other = all.putIfAbsent(entry.description().id(), entry);
      if (other != null) {
        throw new IllegalArgumentException("rule id %s is used twice: by %s and by %s"
            .formatted(entry.description().id(), other.place(), entry.place()));
      }
    }
    return new RuleBook(all, settings);
  }

  /**
   * Switches a rule off. The report names it.
   *
   * @param ruleId id of a rule in this book
   * @return the book without the rule
   * @throws IllegalArgumentException if there is no such rule
   */
  public RuleBook without(String ruleId) {
    return changing(ruleId, RuleEntry::switchedOff);
  }

  /**
   * Gives the findings of a rule another severity. The report names the rule and the reason.
   *
   * @param ruleId id of a rule in this book
   * @param severity severity of its findings from now on
   * @param reason why it is different here; must not be empty
   * @return the book with that severity
   * @throws IllegalArgumentException if there is no such rule or no reason
   */
  public RuleBook severity(String ruleId, Severity severity, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "severity of " + ruleId + ": say why it is " + severity + " here");
    }
    return changing(ruleId, entry -> entry.reporting(severity, reason));
  }

  /**
   * Sets a parameter of a rule. The report names it.
   *
   * @param <T> type of the value
   * @param parameter a parameter of a rule in this book
   * @param value the value; refused if the parameter does not allow it
   * @return the book with that value
   * @throws IllegalArgumentException if no rule has the parameter, or the value is refused
   */
  public <T> RuleBook set(RuleParameter<T> parameter, T value) {
    Objects.requireNonNull(value, "value");
    if (entries.values().stream().noneMatch(entry -> entry.parameters().contains(parameter))) {
      throw new IllegalArgumentException(
          "no rule in this rule book has the parameter " + parameter.name());
    }
    return new RuleBook(entries, settings.with(parameter, value));
  }

  /**
   * Sets a parameter of a rule from text, as it stands in a settings file. The report names it.
   *
   * @param key rule and parameter, {@code NODE-023.largestShare}
   * @param text the value, {@code 60%}
   * @return the book with that value
   * @throws IllegalArgumentException if there is no such rule or parameter, or the value is refused
   */
  public RuleBook set(String key, String text) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "\"" + key + "\" is not a rule and a parameter with a dot between, as in NET-001.limit");
    }
    RuleEntry entry = entry(key.substring(0, dot));
    String name = key.substring(dot + 1);
    return setText(
        entry
            .parameter(name)
            .orElseThrow(() -> new IllegalArgumentException("rule %s has no parameter %s, it has %s"
                .formatted(entry.description().id(), name, entry.parameters()))),
        text);
  }

  private <T> RuleBook setText(RuleParameter<T> parameter, String text) {
    return new RuleBook(entries, settings.with(parameter, parameter.read(text)));
  }

  /** {@return what the rules are about, by id, without those switched off} */
  public List<RuleDescription> rules() {
    return on().map(RuleEntry::description).toList();
  }

  /** {@return what the user changed in this book, by rule} */
  public List<Adjustment> adjustments() {
    List<Adjustment> adjustments = new ArrayList<>();
    for (RuleEntry entry : entries.values()) {
      adjustments.addAll(entry.adjustments(settings));
    }
    return adjustments;
  }

  /**
   * Checks a plan, rule after rule by id.
   *
   * @param plan the plan
   * @return what the rules say
   * @throws RuleFailedException if a rule throws or breaks its contract
   * @throws io.pveplan.model.PlanDefinitionException if the plan can not be resolved
   */
  public Report check(ClusterPlan plan) {
    return check(ResolvedPlan.of(plan));
  }

  /**
   * Checks a plan that is resolved already, rule after rule by id.
   *
   * @param plan the plan
   * @return what the rules say
   * @throws RuleFailedException if a rule throws or breaks its contract
   */
  public Report check(ResolvedPlan plan) {
    Objects.requireNonNull(plan, "plan");
    return new Report(on().map(entry -> entry.check(plan, settings)).toList(), adjustments());
  }

  /**
   * All there is to say about a rule: what it reports, why, what to do, its parameters and sources.
   *
   * @param ruleId id of a rule in this book, switched off or not
   * @return the page of the rule as plain text
   * @throws IllegalArgumentException if there is no such rule
   */
  public String explain(String ruleId) {
    return Explanation.of(entry(ruleId), settings);
  }

  private Stream<RuleEntry> on() {
    return entries.values().stream().filter(RuleEntry::on);
  }

  private RuleBook changing(String ruleId, UnaryOperator<RuleEntry> change) {
    SortedMap<String, RuleEntry> changed = new TreeMap<>(entries);
    changed.put(ruleId, change.apply(entry(ruleId)));
    return new RuleBook(changed, settings);
  }

  private RuleEntry entry(String ruleId) {
    return Optional.ofNullable(entries.get(ruleId))
        .orElseThrow(() -> new IllegalArgumentException(unknown(ruleId)));
  }

  private String unknown(String ruleId) {
    String area = ruleId.substring(0, ruleId.indexOf('-') + 1);
    String known = entries.keySet().stream()
        .filter(id -> !area.isEmpty() && id.startsWith(area))
        .collect(Collectors.joining(", "));
    return "there is no rule "
        + ruleId
        + " in this rule book"
        + (known.isEmpty() ? "" : "; there are " + known);
  }
}
