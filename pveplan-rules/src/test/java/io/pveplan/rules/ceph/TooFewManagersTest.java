package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import java.util.List;
import org.junit.jupiter.api.Test;

class TooFewManagersTest {

  @Test
  void one_manager_is_reported() {
    verify(new TooFewManagers())
        .on(cluster("lab", c -> {
          var node = c.node("pve1", n -> {});
          c.ceph(s -> s.managersOn(List.of(node)));
        }))
        .reportsExactly("CEPH-011[ceph]")
        .withMessageContaining("one manager, on pve1");
  }

  @Test
  void no_manager_is_reported() {
    verify(new TooFewManagers())
        .on(cluster("lab", c -> c.ceph(s -> {})))
        .reportsExactly("CEPH-011[ceph]")
        .withMessageContaining("no manager");
  }

  @Test
  void two_managers_pass() {
    verify(new TooFewManagers()).on(CephPlans.of(2, (c, nodes) -> {})).passes();
  }

  @Test
  void without_ceph_no_manager_is_missed() {
    verify(new TooFewManagers()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}
