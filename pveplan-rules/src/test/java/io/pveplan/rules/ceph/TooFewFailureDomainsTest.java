package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ceph.FailureDomain;
import org.junit.jupiter.api.Test;

class TooFewFailureDomainsTest {

  @Test
  void three_copies_on_two_nodes_are_reported() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(2, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-001[ceph/pool/vms]")
        .withMessageContaining("pool vms puts 3 copies on one host each; 2 have OSDs");
  }

  @Test
  void one_node_takes_no_writes() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(1, (c, nodes) -> c.cephPool("vms", p -> {})))
        .reportsExactly("CEPH-001[ceph/pool/vms]")
        .withMessageContaining("nothing can be written");
  }

  @Test
  void three_copies_on_three_nodes_pass() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .passes();
  }

  @Test
  void copies_in_racks_need_racks() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(
            4,
            (c, nodes) -> c.cephPool(
                "vms", p -> p.crushRule(c.crushRule("by-rack", FailureDomain.RACK, r -> {})))))
        .reportsExactly("CEPH-001[ceph/pool/vms]")
        .withMessageContaining("2 have OSDs");
  }

  @Test
  void metadata_of_an_erasure_code_count_as_a_pool() {
    verify(new TooFewFailureDomains())
        .on(CephPlans.of(2, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(2, 1))))
        .reportsExactly("CEPH-001[ceph/pool/cold-metadata]");
  }

  @Test
  void copies_without_any_osd_are_undecided() {
    verify(new TooFewFailureDomains())
        .on(cluster("lab", c -> c.cephPool("vms", p -> {})))
        .isUndecidedFor("OSDs");
  }

  @Test
  void no_pool_has_no_copies() {
    verify(new TooFewFailureDomains()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}
