package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class ErasureCodeWithoutSpareTest {

  @Test
  void no_spare_node_is_reported() {
    verify(new ErasureCodeWithoutSpare())
        .on(CephPlans.of(6, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .reportsExactly("CEPH-031[ceph/pool/cold-data]")
        .withMessageContaining("6 domains leave none to heal on");
  }

  @Test
  void one_coding_chunk_is_reported() {
    verify(new ErasureCodeWithoutSpare())
        .on(CephPlans.of(4, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(2, 1))))
        .reportsExactly("CEPH-031[ceph/pool/cold-data]")
        .withMessageContaining("pool cold-data: one coding chunk survives one failure");
  }

  @Test
  void seven_nodes_for_six_chunks_pass() {
    verify(new ErasureCodeWithoutSpare())
        .on(CephPlans.of(7, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .passes();
  }

  @Test
  void unknown_nodes_may_be_spare() {
    verify(new ErasureCodeWithoutSpare())
        .on(cluster("lab", c -> c.cephPool("cold", p -> p.erasureCoded(4, 2))))
        .isUndecidedFor("OSDs");
  }
}
