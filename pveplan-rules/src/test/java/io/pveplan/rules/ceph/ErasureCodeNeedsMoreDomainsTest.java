package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class ErasureCodeNeedsMoreDomainsTest {

  @Test
  void chunks_need_nodes() {
    verify(new ErasureCodeNeedsMoreDomains())
        .on(CephPlans.of(5, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .reportsExactly("CEPH-030[ceph/pool/cold-data]")
        .withMessageContaining("6 chunks on one host each; 5 have OSDs");
  }

  @Test
  void chunks_with_nodes_pass() {
    verify(new ErasureCodeNeedsMoreDomains())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .passes();
  }

  @Test
  void copies_are_no_chunks() {
    verify(new ErasureCodeNeedsMoreDomains())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isNotApplicable();
  }
}
