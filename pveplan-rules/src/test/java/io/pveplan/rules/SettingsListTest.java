package io.pveplan.rules;

import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestPack.pack;
import static io.pveplan.rules.TestRule.passing;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.settings.Setting;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsListTest {

  private static final RuleBook BOOK = RuleBook.empty()
      .with(pack("network", passing("NET-001"), passing("NET-002")))
      .with(new SlowLink());

  @Test
  void all_there_is_to_set_is_listed() {
    assertThat(BOOK.settings())
        .extracting(Setting::toString)
        .containsExactly(
            "profile = production (default production): what kind of cluster the plan is for",
            "failLevel = error (default error): from what on the plan fails",
            "packs.network.enabled = true (default true): whether rules NET-001 to NET-002 run",
            "rules.NET-001.enabled = true (default true): whether it is checked: Something is the"
                + " case",
            "rules.NET-001.severity = error (default error): how bad it is: Something is the case",
            "rules.NET-002.enabled = true (default true): whether it is checked: Something is the"
                + " case",
            "rules.NET-002.severity = error (default error): how bad it is: Something is the case",
            "rules.TEST-032.enabled = true (default true): whether it is checked: A Corosync link"
                + " is slow",
            "rules.TEST-032.severity = error (default error): how bad it is: A Corosync link is"
                + " slow",
            "rules.TEST-032.parameters.longestRoundTrip = 5ms (default 5ms): round trip between two"
                + " nodes");
    assertThat(BOOK.settings()).noneMatch(Setting::isChanged);
  }

  @Test
  void what_is_changed_is_listed_with_its_reason() {
    RuleBook book = BOOK.profile(Profile.STRICT)
        .without("network", "no network here")
        .severity("TEST-032", WARNING, "the lab is far away")
        .set("TEST-032.longestRoundTrip", "7ms");

    assertThat(book.settings().stream().filter(Setting::isChanged))
        .extracting(Setting::toString)
        .containsExactly(
            "profile = strict (default production): what kind of cluster the plan is for",
            "failLevel = warning (default error): from what on the plan fails",
            "packs.network.enabled = false (default true): whether rules NET-001 to NET-002 run",
            "rules.NET-001.enabled = false (default true): whether it is checked: Something is the"
                + " case; no network here",
            "rules.NET-002.enabled = false (default true): whether it is checked: Something is the"
                + " case; no network here",
            "rules.TEST-032.severity = warning (default error): how bad it is: A Corosync link is"
                + " slow; the lab is far away",
            "rules.TEST-032.parameters.longestRoundTrip = 7ms (default 5ms): round trip between two"
                + " nodes");
  }

  @Test
  void parameters_are_listed_with_documentation_default_and_source() {
    assertThat(BOOK.set("TEST-032.longestRoundTrip", "7ms").parameters())
        .containsExactly(new Setting(
            "rules.TEST-032.parameters.longestRoundTrip",
            "7ms",
            "5ms",
            "round trip between two nodes",
            "pvecm.adoc",
            Optional.empty()));
  }

  @Test
  void each_setting_of_the_standard_book_is_documented() {
    assertThat(RuleBook.standard().settings()).allSatisfy(setting -> {
      assertThat(setting.description()).isNotBlank();
      assertThat(setting.source()).isNotBlank();
      assertThat(setting.isChanged()).isFalse();
    });
  }
}
