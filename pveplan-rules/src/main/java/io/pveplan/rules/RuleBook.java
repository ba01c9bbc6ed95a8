package io.pveplan.rules;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.settings.Setting;
import io.pveplan.rules.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * The rules a plan is checked by, and how their user wants them.
 *
 * <pre>{@code
 * Report report = RuleBook.standard()
 *     .with(new MissingAssetNumber())
 *     .without("NET-023")
 *     .severity("NODE-011", INFO, "the lab has one power supply")
 *     .set("NODE-023.largestShare", "60")
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

  private static final RuleBook EMPTY =
      new RuleBook(RuleEntries.NONE, Settings.DEFAULTS, Acceptance.NONE);

  private final RuleEntries entries;
  private final Settings settings;
  private final Acceptance acceptance;

  private RuleBook(RuleEntries entries, Settings settings, Acceptance acceptance) {
    this.entries = entries;
    this.settings = settings;
    this.acceptance = acceptance;
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
    return having(entries.with(List.of(rules), ""));
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
    return having(entries.with(pack));
  }

  /**
   * Switches a rule on that was switched off, by its pack or by the profile. What is said of a rule
   * goes before what is said of its pack, whichever is said first.
   *
   * @param ruleOrPack id of a rule or name of a pack in this book
   * @return the book with the rule, or with all rules of the pack
   * @throws IllegalArgumentException if there is no such rule or pack
   */
  public RuleBook with(String ruleOrPack) {
    return having(entries.switching(ruleOrPack, Choice.of(true)));
  }

  /**
   * Switches a rule or a pack off. The report names each rule. What is said of a rule goes before
   * what is said of its pack, whichever is said first.
   *
   * @param ruleOrPack id of a rule or name of a pack in this book
   * @return the book without the rule, or without all rules of the pack
   * @throws IllegalArgumentException if there is no such rule or pack
   */
  public RuleBook without(String ruleOrPack) {
    return having(entries.switching(ruleOrPack, Choice.of(false)));
  }

  /**
   * Switches a rule or a pack off. The report names each rule and the reason. What is said of a rule
   * goes before what is said of its pack, whichever is said first.
   *
   * @param ruleOrPack id of a rule or name of a pack in this book
   * @param reason why it is not needed here; must not be empty
   * @return the book without the rule, or without all rules of the pack
   * @throws IllegalArgumentException if there is no such rule or pack, or no reason
   */
  public RuleBook without(String ruleOrPack, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(ruleOrPack + ": say why it is switched off here");
    }
    return having(entries.switching(ruleOrPack, Choice.of(false, reason)));
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
    Choice<Severity> choice = Choice.of(severity, reason);
    return having(entries.changing(ruleId, entry -> entry.reporting(choice)));
  }

  /**
   * Sets a parameter in all rules that list it. The report names it.
   *
   * @param <T> type of the value
   * @param parameter a parameter of one or more rules in this book
   * @param value the value; refused if the parameter does not allow it
   * @return the book with that value
   * @throws IllegalArgumentException if no rule has the parameter, or the value is refused
   */
  public <T> RuleBook set(RuleParameter<T> parameter, T value) {
    Objects.requireNonNull(value, "value");
    List<String> rules = entries
        .all()
        .filter(entry -> entry.parameters().contains(parameter))
        .map(RuleEntry::id)
        .toList();
    if (rules.isEmpty()) {
      throw new IllegalArgumentException(
          "no rule in this rule book has the parameter " + parameter.name());
    }
    Settings set = settings;
    for (String rule : rules) {
      set = set.with(rule, parameter, Choice.of(value));
    }
    return having(set);
  }

  /**
   * Sets a parameter of a rule from text, as it stands in a settings file. The report names it.
   *
   * @param key rule and parameter, {@code NODE-023.largestShare}
   * @param text the value, {@code 60}
   * @return the book with that value
   * @throws IllegalArgumentException if there is no such rule or parameter, or the value is refused
   */
  public RuleBook set(String key, String text) {
    return having(SettingText.set(key, text, entries, settings));
  }

  /**
   * Sets up the book as a file says: profile, fail level, packs, rules and their parameters.
   *
   * <pre>{@code
   * formatVersion: 1
   * profile: small-business
   * failLevel: warning
   * packs:
   *   sdn:
   *     enabled: false
   *     reason: there is no SDN in this house
   * rules:
   *   SDN-021:
   *     enabled: true
   *   NODE-013:
   *     severity: error
   *     reason: the power fails every week
   *   NODE-023:
   *     parameters:
   *       largestShare: 60
   * }</pre>
   *
   * @param text YAML or JSON as {@link io.pveplan.rules.settings.FileSchema#RULE_BOOK} describes it
   * @return the book with these settings
   * @throws RuleBookDefinitionException if the text has another form, names a rule, pack or
   *     parameter that is not in this book, or gives a value that is refused; all of it at once,
   *     each with its place and line
   */
  public RuleBook configured(String text) {
    return configured(text, "rule book");
  }

  /**
   * Sets up the book as {@link #configured(String)} does, saying the name of the file where it says
   * lines.
   *
   * @param text YAML or JSON
   * @param file name of the file, with or without directories
   * @return the book with these settings
   * @throws RuleBookDefinitionException as in {@link #configured(String)}
   */
  public RuleBook configured(String text, String file) {
    SettingsFile read = SettingsFile.read(text, file, entries, settings);
    return new RuleBook(read.entries(), read.settings(), acceptance);
  }

  /**
   * Sets up the book for a kind of cluster. What is set for single rules or packs, before or after,
   * goes before the profile.
   *
   * @param profile kind of cluster; a book starts with {@link Profile#PRODUCTION}
   * @return the book with this profile instead of the one it had
   */
  public RuleBook profile(Profile profile) {
    return having(settings.with(profile));
  }

  /**
   * Says from what on {@link Report#fails()}.
   *
   * @param level a level; that of the profile holds if none is set
   * @return the book with this level
   */
  public RuleBook failLevel(FailLevel level) {
    return having(settings.with(level));
  }

  /**
   * Accepts findings for a while. They are kept apart in the report and do not count; what is wrong
   * with the waivers themselves is reported by the rules WVR-001 to WVR-004.
   *
   * <p>Said twice, all of the waivers are in force, and the later call says the day: {@code
   * waiving(ofTheHouse, today).waiving(ofTheTeam, today)}.
   *
   * @param waivers the waivers, besides those the book has
   * @param today the day of the check, usually {@code LocalDate.now()}
   * @return the book with these waivers as well
   * @throws RuleBookDefinitionException if a waiver of the book has the same key as one of these
   */
  public RuleBook waiving(Waivers waivers, LocalDate today) {
    RuleEntries all = entries.withWaiverRules();
    return new RuleBook(all, settings, acceptance.with(waivers, today));
  }

  /**
   * Accepts what was found before. It is kept apart in the report and does not count. Said twice,
   * both baselines hold.
   *
   * @param baseline what was found before, besides what the book knows
   * @return the book with this baseline as well
   */
  public RuleBook baseline(Baseline baseline) {
    return new RuleBook(entries, settings, acceptance.with(baseline));
  }

  /** {@return what the rules are about, by id, without those switched off} */
  public List<RuleDescription> rules() {
    return entries.on(settings).map(RuleEntry::description).toList();
  }

  /** {@return what the user changed in this book, by rule} */
  public List<Adjustment> adjustments() {
    List<Adjustment> adjustments = new ArrayList<>();
    entries.all().forEach(entry -> adjustments.addAll(entry.adjustments(settings)));
    return adjustments;
  }

  /**
   * All there is to set in this book, and how it is set.
   *
   * @return profile, fail level, packs, then the rules by id with their parameters
   */
  public List<Setting> settings() {
    return SettingsList.of(entries, settings);
  }

  /** {@return the parameters among {@link #settings()}: numbers and choices in rules} */
  public List<Setting> parameters() {
    return SettingsList.parameters(entries, settings);
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
    Report report = new Report(
        plan, acceptance.check(entries, settings, plan), adjustments(), settings, List.of());
    return acceptance.baseline().map(report::since).orElse(report);
  }

  /**
   * All there is to say about a rule: what it reports, why, what to do, its parameters and sources,
   * and what this book makes of it: severity, switch, parameters that are set, waivers.
   *
   * @param ruleId id of a rule in this book, switched off or not
   * @return the page of the rule as plain text
   * @throws IllegalArgumentException if there is no such rule
   */
  public String explain(String ruleId) {
    return Explanation.of(entries.get(ruleId), settings, acceptance);
  }

  private RuleBook having(RuleEntries others) {
    return new RuleBook(others, settings, acceptance);
  }

  private RuleBook having(Settings others) {
    return new RuleBook(entries, others, acceptance);
  }
}
