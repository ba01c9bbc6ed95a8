package io.pveplan.rules.waiver;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules about waivers; ids WVR. They are not applicable unless the rule book has waivers.
 *
 * @since 0.1
 */
public final class WaiverRules implements RulePack {

  /** How their ids begin. */
  static final String AREA = "WVR-";

  private final List<WaiverUse> uses;

  /** For the service loader. */
  public WaiverRules() {
    this(List.of());
  }

  private WaiverRules(List<WaiverUse> uses) {
    this.uses = uses;
  }

  /**
   * The rules with something to look at: how waivers were used in a check.
   *
   * @param waivers the waivers of the rule book
   * @param today the day of the check
   * @param findings what the other rules report, waived or not
   * @param ran ids of the rules that ran
   * @param off ids of the rules that are switched off
   * @return the same rules, about these waivers
   */
  public static WaiverRules after(
      Waivers waivers,
      LocalDate today,
      List<Finding> findings,
      Collection<String> ran,
      Collection<String> off) {
    Map<Waiver, List<Finding>> matched = new HashMap<>();
    for (Finding finding : findings) {
      for (Waiver waiver : waivers.matching(finding)) {
        matched.computeIfAbsent(waiver, any -> new ArrayList<>()).add(finding);
      }
    }
    return new WaiverRules(waivers.all().stream()
        .map(waiver -> new WaiverUse(
            waiver,
            ChronoUnit.DAYS.between(today, waiver.until()),
            matched.getOrDefault(waiver, List.of()),
            rules(WaiverKey.of(waiver.key()), ran, off)))
        .toList());
  }

  /**
   * Whether a rule is one of these.
   *
   * @param ruleId id of any rule
   * @return whether it is about waivers and not about plans
   */
  public static boolean include(String ruleId) {
    return ruleId.startsWith(AREA);
  }

  @Override
  public String name() {
    return "waiver";
  }

  @Override
  public String title() {
    return "Waivers";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new ExpiredWaiver(uses),
        new UnusedWaiver(uses),
        new BroadWaiver(uses),
        new ExpiringWaiver(uses));
  }

  private static WaiverUse.Rules rules(
      WaiverKey key, Collection<String> ran, Collection<String> off) {
    if (ran.stream().anyMatch(key::isFor)) {
      return WaiverUse.Rules.RAN;
    }
    return off.stream().anyMatch(key::isFor) ? WaiverUse.Rules.OFF : WaiverUse.Rules.UNKNOWN;
  }
}
