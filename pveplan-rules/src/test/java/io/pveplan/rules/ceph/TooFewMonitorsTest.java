package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class TooFewMonitorsTest {

  @Test
  void two_monitors_are_reported() {
    verify(new TooFewMonitors())
        .on(CephPlans.of(2, (c, nodes) -> {}))
        .reportsExactly("CEPH-007[ceph]");
  }

  @Test
  void three_monitors_pass() {
    verify(new TooFewMonitors()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void without_ceph_no_monitor_is_missed() {
    verify(new TooFewMonitors()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}
