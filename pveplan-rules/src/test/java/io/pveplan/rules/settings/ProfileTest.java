package io.pveplan.rules.settings;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestPack.pack;
import static io.pveplan.rules.TestRule.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Adjustment;
import io.pveplan.rules.FailLevel;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.Severity;
import io.pveplan.rules.TestPlans;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  private static final RuleBook BOOK = RuleBook.empty()
      .with(pack(
          "backup", reporting("BCK-001", WARNING, CLUSTER), reporting("BCK-006", ERROR, CLUSTER)))
      .with(reporting("NODE-011", WARNING, CLUSTER), reporting("ACME-001", WARNING, CLUSTER));

  private static List<String> adjustments(RuleBook book) {
    return book.adjustments().stream().map(Adjustment::toString).toList();
  }

  @Test
  void a_book_starts_with_production_which_changes_nothing() {
    assertThat(Profile.PRODUCTION.settings()).isEmpty();
    assertThat(BOOK.check(TestPlans.plan()).profile()).isEqualTo(Profile.PRODUCTION);
    assertThat(adjustments(BOOK)).isEmpty();
  }

  @Test
  void a_lab_is_not_asked_for_what_it_does_not_have() {
    assertThat(adjustments(BOOK.profile(Profile.LAB)))
        .containsExactly(
            "BCK-001 reports INFO instead of WARNING: a lab is built again rather than restored"
                + " (profile lab)",
            "NODE-011 is switched off: a lab machine has one power supply (profile lab)");
  }

  @Test
  void strict_raises() {
    assertThat(adjustments(BOOK.profile(Profile.STRICT)))
        .containsExactly("BCK-001 reports ERROR instead of WARNING: a guest without backup is lost"
            + " with its disks (profile strict)");
    assertThat(BOOK.profile(Profile.STRICT).check(TestPlans.plan()).failLevel())
        .isEqualTo(FailLevel.WARNING);
  }

  @Test
  void the_last_profile_holds() {
    assertThat(adjustments(BOOK.profile(Profile.LAB).profile(Profile.PRODUCTION)))
        .isEmpty();
  }

  @Test
  void what_the_user_sets_goes_before_the_profile_whenever_it_is_set() {
    RuleBook before = BOOK.with("NODE-011")
        .severity("BCK-001", WARNING, "a lab with guests of others")
        .failLevel(FailLevel.NEVER)
        .profile(Profile.LAB);
    RuleBook after = BOOK.profile(Profile.LAB)
        .with("NODE-011")
        .severity("BCK-001", WARNING, "a lab with guests of others")
        .failLevel(FailLevel.NEVER);

    assertThat(adjustments(before)).isEmpty();
    assertThat(before.settings()).isEqualTo(after.settings());
  }

  @Test
  void a_profile_holds_for_rules_that_are_added_later() {
    RuleBook book =
        RuleBook.empty().profile(Profile.LAB).with(reporting("NODE-013", WARNING, CLUSTER));

    assertThat(book.rules()).isEmpty();
  }

  @Test
  void a_rule_that_has_become_more_serious_is_left_alone() {
    RuleBook book =
        RuleBook.empty().with(reporting("NODE-011", ERROR, CLUSTER)).profile(Profile.LAB);

    assertThat(adjustments(book)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_can_be_used_with_the_standard_book(Profile profile) {
    RuleBook book = RuleBook.standard().profile(profile);

    assertThat(book.check(TestPlans.plan()).profile()).isEqualTo(profile);
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_knows_the_severities_of_the_standard_book(Profile profile) {
    Set<String> rules = profile.settings().stream()
        .map(ProfileSetting::target)
        .filter(target -> target.contains("-"))
        .collect(Collectors.toSet());

    List<String> outdated = RuleBook.standard().rules().stream()
        .filter(rule -> rules.contains(rule.id()))
        .filter(rule -> profile.settings().stream()
            .noneMatch(setting -> setting.target().equals(rule.id()) && setting.isFor(rule)))
        .map(RuleDescription::id)
        .toList();

    assertThat(outdated).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_names_areas_of_the_library_and_ids_once(Profile profile) {
    Set<String> areas = Set.of(
        "BCK", "CAP", "CEPH", "CI", "CLU", "GST", "HA", "LOC", "MIG", "NET", "NODE", "SDN", "SEC",
        "SHR", "TF", "WVR");

    assertThat(profile.settings()).allSatisfy(setting -> {
      assertThat(setting.target()).matches("[A-Z]+(-[0-9]{3})?");
      assertThat(areas).contains(setting.target().replaceAll("-.*", ""));
      assertThat(setting.reason()).isNotBlank();
    });
    assertThat(profile.settings())
        .extracting(setting -> setting.target() + " " + setting.from())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_never_lowers_or_silences_an_error(Profile profile) {
    assertThat(profile.settings()).noneMatch(setting -> setting.from() == ERROR);
  }

  @Test
  void lab_and_small_business_and_strict_go_one_way() {
    assertThat(Stream.of(Profile.STRICT)
            .flatMap(profile -> profile.settings().stream())
            .filter(setting ->
                setting.to().map(Severity::ordinal).orElse(-1) <= setting.from().ordinal()))
        .isEmpty();
    assertThat(Profile.LAB.settings())
        .allMatch(setting ->
            setting.to().map(Severity::ordinal).orElse(-1) < setting.from().ordinal());
    assertThat(Profile.SMALL_BUSINESS.settings().stream()
            .filter(setting -> setting.to().equals(java.util.Optional.of(WARNING)))
            .map(ProfileSetting::toString))
        .containsExactly(
            "BCK-028 INFO becomes WARNING: nobody else knows how to build the cluster again");
  }

  @Test
  void the_setting_of_a_rule_goes_before_that_of_its_area() {
    RuleDescription rule = new RuleDescription("BCK-028", INFO, "s", "", "r", List.of(), "");

    assertThat(Profile.STRICT.settingFor(rule))
        .hasToString("Optional[BCK-028 INFO becomes WARNING: a restore nobody has rehearsed takes"
            + " days]");
    assertThat(Profile.LAB.settingFor(rule))
        .hasToString("Optional[BCK INFO is switched off: nobody waits for a lab to come back]");
    assertThat(Profile.PRODUCTION.settingFor(rule)).isEmpty();
  }
}
