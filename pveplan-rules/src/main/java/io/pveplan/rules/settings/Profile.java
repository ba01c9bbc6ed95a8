package io.pveplan.rules.settings;

import static io.pveplan.rules.FailLevel.ERROR;
import static io.pveplan.rules.FailLevel.WARNING;

import io.pveplan.rules.FailLevel;
import io.pveplan.rules.RuleDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What kind of cluster a plan is for, as a set of settings; chosen with {@link
 * io.pveplan.rules.RuleBook#profile}.
 *
 * <p>A profile never lowers or silences an error: what Proxmox VE refuses, it refuses in a lab too.
 * What the user sets goes before it.
 *
 * <pre>{@code
 * RuleBook.standard().profile(Profile.LAB).check(plan);
 * Profile.LAB.settings().forEach(System.out::println);
 * }</pre>
 *
 * @since 0.1
 */
public enum Profile {
  /**
   * A few machines to try things out. What a lab does not have is not asked for: second power
   * supplies, UPS, management controllers, separate networks, spare nodes. What it should have for
   * more is advice: backups, access.
   */
  LAB(ERROR, LabSettings.ALL),

  /**
   * A few nodes in one room, looked after by few people. That they stand together is not
   * questioned; that one can rebuild them is.
   */
  SMALL_BUSINESS(ERROR, SmallBusinessSettings.ALL),

  /** Every rule as it is. This is what a rule book starts with. */
  PRODUCTION(ERROR, List.of()),

  /**
   * A cluster that others rely on. Warnings fail; what loses data, the cluster or the way in is an
   * error; some advice is a warning.
   */
  STRICT(WARNING, StrictSettings.ALL);

  private final FailLevel failLevel;
  private final List<ProfileSetting> settings;
  private final Map<String, ProfileSetting> byTarget;

  Profile(FailLevel failLevel, List<ProfileSetting> settings) {
    this.failLevel = failLevel;
    this.settings = settings;
    this.byTarget = settings.stream()
        .collect(Collectors.toMap(each -> each.target() + each.from(), Function.identity()));
  }

  /** {@return from what on a plan fails, unless the user says otherwise} */
  public FailLevel failLevel() {
    return failLevel;
  }

  /** {@return what it does with rules: by rule or area} */
  public List<ProfileSetting> settings() {
    return settings;
  }

  /**
   * What it does with one rule.
   *
   * @param rule what the rule is about
   * @return the setting for its id, else the one for its area, else empty
   */
  public Optional<ProfileSetting> settingFor(RuleDescription rule) {
    String area = rule.id().substring(0, rule.id().indexOf('-'));
    return Optional.ofNullable(byTarget.get(rule.id() + rule.severity()))
        .or(() -> Optional.ofNullable(byTarget.get(area + rule.severity())));
  }
}
