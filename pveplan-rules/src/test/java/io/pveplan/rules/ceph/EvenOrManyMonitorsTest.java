package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class EvenOrManyMonitorsTest {

  @Test
  void four_monitors_are_reported() {
    verify(new EvenOrManyMonitors())
        .on(CephPlans.of(4, (c, nodes) -> c.ceph(s -> s.monitorsOn(nodes))))
        .reportsExactly("CEPH-008[ceph]")
        .withMessageContaining("they survive no more failures than 3");
  }

  @Test
  void seven_monitors_are_worth_a_word() {
    verify(new EvenOrManyMonitors())
        .on(CephPlans.of(7, (c, nodes) -> c.ceph(s -> s.monitorsOn(nodes))))
        .reportsExactly("CEPH-008[ceph]")
        .withMessageContaining("few clusters need more than 5");
  }

  @Test
  void an_odd_number_passes() {
    verify(new EvenOrManyMonitors()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void two_monitors_are_another_matter() {
    verify(new EvenOrManyMonitors()).on(CephPlans.of(2, (c, nodes) -> {})).isNotApplicable();
  }
}
