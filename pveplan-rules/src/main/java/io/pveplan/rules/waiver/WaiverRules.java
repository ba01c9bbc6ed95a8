package io.pveplan.rules.waiver;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RulePack;
import io.pveplan.rules.RuleResult;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rules about waivers; ids WVR. They are not applicable unless the rule book has waivers.
 *
 * @since 0.1
 */
public final class WaiverRules implements RulePack {

  /** How their ids begin. */
  static final String AREA = "WVR-";

  private final WaiverUses uses;

  /** For the service loader. */
  public WaiverRules() {
    this(WaiverUses.NONE);
  }

  private WaiverRules(WaiverUses uses) {
    this.uses = uses;
  }

  /**
   * The rules with something to look at: how waivers were used in a check.
   *
   * @param waivers the waivers of the rule book
   * @param today the day of the check
   * @param results what the other rules say, nothing waived yet
   * @param off ids of the rules that are switched off
   * @return the same rules, about these waivers
   */
  public static WaiverRules after(
      Waivers waivers, LocalDate today, List<RuleResult> results, Collection<String> off) {
    return new WaiverRules(WaiverUses.of(waivers, today, results, off));
  }

  /**
   * The waiver of a finding in the check that these rules are about.
   *
   * @param finding a finding of that check
   * @return the waiver that is in force for it, empty if it counts
   */
  public Optional<Waiver> waiving(Finding finding) {
    return uses.inForce(finding);
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
        new ExpiredWaiver(uses.all()),
        new UnusedWaiver(uses.all()),
        new BroadWaiver(uses.all()),
        new ExpiringWaiver(uses.all()));
  }
}
