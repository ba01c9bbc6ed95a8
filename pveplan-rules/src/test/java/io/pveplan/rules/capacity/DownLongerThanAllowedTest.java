package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.rules.capacity.Labs.PVE1;
import static io.pveplan.rules.capacity.Labs.lab;
import static io.pveplan.rules.capacity.Labs.managed;
import static io.pveplan.rules.capacity.Labs.vm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class DownLongerThanAllowedTest {

  private final RuleVerifier rule = verify(new DownLongerThanAllowed());

  @Test
  void a_guest_that_ha_starts_in_time_passes() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          managed(c, 101, PVE1, v -> v.rto(seconds(230)));
        }))
        .passes();
  }

  @Test
  void a_guest_that_may_not_wait_as_long_as_ha_takes_is_reported() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          managed(c, 101, PVE1, v -> v.rto(minutes(3)));
        }))
        .reportsExactly("CAP-017[guest/101]")
        .withMessageContaining(
            "guest 101 (vm101) may be down for 3min; when node pve1 fails, HA may"
                + " need 3min 50s until it runs on pve2")
        .withRemedyContaining(
            "Allow for more time, or make it redundant by itself: HA is no faster.");
  }

  @Test
  void the_time_it_takes_to_boot_is_a_parameter() {
    var plan = lab(3, c -> {
      c.mustSurvive(1, NODE);
      managed(c, 101, PVE1, v -> v.rto(minutes(4)));
    });

    rule.on(plan).passes();
    rule.set(DownLongerThanAllowed.BOOT, seconds(16)).on(plan).reportsExactly("CAP-017[guest/101]");
  }

  @Test
  void a_guest_that_nothing_restarts_is_reported() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          vm(c, 101, PVE1, v -> v.rto(hours(8)));
        }))
        .reportsExactly("CAP-017[guest/101]")
        .withMessageContaining(
            "guest 101 (vm101) may be down for 8h; when node pve1 fails, guest 101"
                + " (vm101) stays down as long as the node, because it is not under HA")
        .withRemedyContaining(
            "Let HA manage it, allow for more time, or make it redundant by itself.");
  }

  @Test
  void a_guest_that_ha_can_not_restart_is_not_told_to_be_managed() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var tied = managed(c, 101, PVE1, v -> v.rto(hours(8)));
          c.ha(h -> h.nodeAffinity("tied", a -> a.resources(tied).nodes(PVE1).strict()));
        }))
        .reportsExactly("CAP-017[guest/101]")
        .withRemedyContaining("Remove what its outage comes from, or make it redundant by itself.");
  }

  @Test
  void without_a_goal_or_an_rto_it_is_not_applicable() {
    rule.on(lab(3, c -> managed(c, 101, PVE1, v -> v.rto(minutes(1))))).isNotApplicable();
    rule.on(lab(3, c -> c.mustSurvive(1, NODE))).isNotApplicable();
  }
}
