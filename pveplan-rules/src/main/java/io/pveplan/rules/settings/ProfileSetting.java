package io.pveplan.rules.settings;

import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.Severity;
import java.util.Objects;
import java.util.Optional;

/**
 * What a profile does with a rule, or with the rules of an area.
 *
 * <p>It is for rules of one severity: a rule that has become more serious than the profile knows is
 * left alone.
 *
 * @param target id of a rule, {@code NODE-011}, or an area, {@code BCK}; it need not be in the rule
 *     book
 * @param from severity of the rules by themselves
 * @param to severity in this profile; empty if they are switched off
 * @param reason why, as it stands in reports
 * @since 0.1
 */
public record ProfileSetting(String target, Severity from, Optional<Severity> to, String reason) {

  /**
   * Refuses absent parts.
   *
   * @param target id of a rule or an area
   * @param from severity of the rules by themselves
   * @param to severity in this profile
   * @param reason why
   */
  public ProfileSetting {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
  }

  static ProfileSetting off(String target, Severity from, String reason) {
    return new ProfileSetting(target, from, Optional.empty(), reason);
  }

  static ProfileSetting becomes(String target, Severity from, Severity to, String reason) {
    return new ProfileSetting(target, from, Optional.of(to), reason);
  }

  /**
   * Whether it is for a rule.
   *
   * @param rule what the rule is about
   * @return whether id or area and severity are those of the rule
   */
  public boolean isFor(RuleDescription rule) {
    return from == rule.severity()
        && (target.equals(rule.id()) || rule.id().startsWith(target + "-"));
  }

  /** {@code NODE-011 WARNING is switched off: a lab machine has one power supply}. */
  @Override
  public String toString() {
    return target
        + " "
        + from
        + to.map(severity -> " becomes " + severity).orElse(" is switched off")
        + ": "
        + reason;
  }
}
