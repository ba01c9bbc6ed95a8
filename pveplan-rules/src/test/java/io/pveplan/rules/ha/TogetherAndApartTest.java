package io.pveplan.rules.ha;

import static io.pveplan.model.ha.Affinity.NEGATIVE;
import static io.pveplan.model.ha.Affinity.POSITIVE;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherAndApartTest {

  private final RuleVerifier rule = verify(new TogetherAndApart());

  @Test
  void two_guests_of_both_rules_are_reported() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB)
            .resourceAffinity("apart", NEGATIVE, APP, WEB, DB)))
        .reportsExactly("HA-010[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps app (200), web (201) apart, which rule pair keeps together; Proxmox VE"
                + " drops the rules apart and pair with no more than a log line");
  }

  @Test
  void rules_that_meet_keep_all_their_guests_together() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB)
            .resourceAffinity("more", POSITIVE, WEB, DB)
            .resourceAffinity("apart", NEGATIVE, APP, DB)))
        .reportsExactly("HA-010[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps app (200), db (202) apart, which rules pair and more keep together;"
                + " Proxmox VE drops the rules apart, pair and more with no more than a log line");
  }

  @Test
  void two_sets_in_one_rule_are_one_finding() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB)
            .resourceAffinity("couple", POSITIVE, DB, LOG)
            .resourceAffinity("apart", NEGATIVE, APP, WEB, DB, LOG)))
        .reportsExactly("HA-010[ha/rule/apart]")
        .withMessageContaining(
            "rule apart keeps app (200), web (201), db (202), log (203) apart, which rules pair and"
                + " couple keep together");
  }

  @Test
  void one_guest_of_both_rules_passes() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB)
            .resourceAffinity("apart", NEGATIVE, WEB, DB)))
        .passes();
  }

  @Test
  void without_negative_rules_there_is_nothing_to_look_at() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB))).isNotApplicable();
  }

  @Test
  void a_rule_that_is_switched_off_does_not_count() {
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, List.of(APP, WEB), a -> a.disabled())
            .resourceAffinity("apart", NEGATIVE, APP, WEB)))
        .passes();
    rule.on(nine(h -> h.resourceAffinity("pair", POSITIVE, APP, WEB)
            .resourceAffinity("apart", NEGATIVE, List.of(APP, WEB), a -> a.disabled())))
        .isNotApplicable();
  }
}
