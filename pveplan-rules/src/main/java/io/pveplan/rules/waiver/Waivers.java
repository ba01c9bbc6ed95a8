package io.pveplan.rules.waiver;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.internal.Mistakes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings that are accepted for a while.
 *
 * <pre>{@code
 * Waivers waivers = Waivers.of(
 *     waive("NET-011[node/pve1/vmbr0]")
 *         .because("the old address until the guests have moved")
 *         .owner("net-team")
 *         .until(LocalDate.of(2026, 12, 31))
 *         .ticket("OPS-311"));
 * RuleBook.standard().waiving(waivers, LocalDate.now()).check(plan).waived();
 *
 * Waivers.of(waive("NET-011"));  // refused: no reason, no owner, no last day
 * }</pre>
 *
 * <p>Nothing here reads a clock: the day is what the caller says. Waivers do not change and may be
 * shared between threads.
 *
 * @since 0.1
 */
public final class Waivers {

  private final List<Waiver> all;
  // A waiver for one finding is looked up; only those for several are tried one by one.
  private final Map<String, Waiver> byFinding = new HashMap<>();
  private final Map<String, List<Keyed>> byScope = new HashMap<>();

  private Waivers(List<Waiver> all) {
    this.all = List.copyOf(all);
    for (Waiver waiver : all) {
      WaiverKey key = WaiverKey.of(waiver.key());
      if (key.whole()) {
        byFinding.put(key.text(), waiver);
      } else {
        byScope
            .computeIfAbsent(key.scope(), scope -> new ArrayList<>())
            .add(new Keyed(key, waiver));
      }
    }
  }

  /**
   * Begins a waiver in Java, to be imported statically. Its line is where this is called.
   *
   * @param key the finding, {@code NET-011[node/pve1/vmbr0]}, or the beginning of several, see
   *     {@link Waiver#key}
   * @return the waiver, to be completed
   */
  public static WaiverDraft waive(String key) {
    return new WaiverDraft(key, CallSite.here());
  }

  /**
   * Waivers written in Java.
   *
   * @param drafts the waivers, each with reason, owner and last day
   * @return the waivers
   * @throws RuleBookDefinitionException if one is not complete, has a key of another form, or two
   *     have one key; all of them at once
   */
  public static Waivers of(WaiverDraft... drafts) {
    return of(List.of(drafts));
  }

  /**
   * Waivers written in Java.
   *
   * @param drafts the waivers, each with reason, owner and last day
   * @return the waivers
   * @throws RuleBookDefinitionException if one is not complete, has a key of another form, or two
   *     have one key; all of them at once
   */
  public static Waivers of(List<WaiverDraft> drafts) {
    Mistakes mistakes = new Mistakes("the waivers");
    return unique(drafts.stream().map(draft -> draft.finish(mistakes)).toList(), mistakes);
  }

  /**
   * Waivers of a file.
   *
   * <pre>{@code
   * formatVersion: 1
   * waivers:
   *   - key: "NET-011[node/pve1/vmbr0]"
   *     reason: the old address until the guests have moved
   *     owner: net-team
   *     until: 2026-12-31
   *     ticket: OPS-311
   * }</pre>
   *
   * @param text YAML or JSON; unknown fields are refused
   * @return the waivers, each with its line
   * @throws RuleBookDefinitionException if the text has another form, or what {@link
   *     #of(WaiverDraft...)} refuses; all of it at once, each with its place and line
   */
  public static Waivers read(String text) {
    return read(text, "waivers");
  }

  /**
   * Waivers of a file, whose name is said where its lines are.
   *
   * @param text YAML or JSON, as in {@link #read(String)}
   * @param file name of the file, with or without directories
   * @return the waivers, each with its line
   * @throws RuleBookDefinitionException as in {@link #read(String)}
   */
  public static Waivers read(String text, String file) {
    Mistakes mistakes = new Mistakes("the waivers");
    return unique(WaiversText.read(text, file, mistakes), mistakes);
  }

  /** {@return no waivers} */
  public static Waivers none() {
    return new Waivers(List.of());
  }

  /**
   * These waivers and others, for example those of a file and those in Java.
   *
   * @param others waivers with other keys
   * @return all of them
   * @throws RuleBookDefinitionException if two have one key
   */
  public Waivers and(Waivers others) {
    return unique(
        Stream.concat(all.stream(), others.all.stream()).map(WrittenWaiver::of).toList(),
        new Mistakes("the waivers"));
  }

  /** {@return the waivers in the order in which they were written} */
  public List<Waiver> all() {
    return all;
  }

  /**
   * The waivers that can match a finding of a rule, those for its whole area included.
   *
   * @param ruleId id of the rule
   * @return the waivers in their order, expired ones too
   */
  public List<Waiver> about(String ruleId) {
    return all.stream()
        .filter(waiver -> WaiverKey.of(waiver.key()).isFor(ruleId))
        .toList();
  }

  /**
   * The waiver of a finding.
   *
   * @param finding a finding of any rule
   * @param today the day of the check
   * @return of those that match it and are not expired the one with the longest key
   */
  public Optional<Waiver> waiving(Finding finding, LocalDate today) {
    Objects.requireNonNull(today, "today");
    return inForce(matching(finding.ruleId(), finding.subject()), today);
  }

  /** Of the waivers that match a finding the one that waives it. */
  static Optional<Waiver> inForce(List<Waiver> matching, LocalDate today) {
    return matching.stream()
        .filter(waiver -> !waiver.isExpired(today))
        .max(Comparator.comparingInt(waiver -> waiver.key().length()));
  }

  /** The waivers for a rule and a subject, expired ones too. */
  List<Waiver> matching(String rule, PlanPath subject) {
    String place = subject.toString();
    List<Waiver> matching = new ArrayList<>();
    Optional.ofNullable(byFinding.get(rule + "[" + place + "]")).ifPresent(matching::add);
    for (String scope : List.of(rule, rule.substring(0, rule.indexOf('-') + 1))) {
      for (Keyed keyed : byScope.getOrDefault(scope, List.of())) {
        if (keyed.key().matches(rule, place)) {
          matching.add(keyed.waiver());
        }
      }
    }
    return matching;
  }

  private static Waivers unique(List<WrittenWaiver> written, Mistakes mistakes) {
    Map<String, Origin> lines = new HashMap<>();
    for (WrittenWaiver each : written) {
      Origin first = lines.putIfAbsent(each.key(), each.line());
      if (first != null) {
        mistakes.add(
            "waiver " + each.key(),
            each.line(),
            "it is waived twice, first at " + first,
            "Keep one of them.");
      }
    }
    mistakes.refuseIfAny();
    return new Waivers(written.stream().flatMap(each -> each.waiver().stream()).toList());
  }

  private record Keyed(WaiverKey key, Waiver waiver) {}
}
