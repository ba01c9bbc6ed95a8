package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class ExternalCephWithoutKeyTest {

  @Test
  void another_cluster_without_a_key_is_reported() {
    verify(new ExternalCephWithoutKey())
        .on(cluster("lab", c -> {
          c.storage(rbd("other", "vms"), s -> s.monitors("10.0.9.1"));
          c.storage(cephFsStorage("other-fs"), s -> s.monitors("10.0.9.1"));
        }))
        .reportsExactly("CEPH-047[storage/other]", "CEPH-047[storage/other-fs]");
  }

  @Test
  void another_cluster_with_a_key_passes() {
    verify(new ExternalCephWithoutKey())
        .on(cluster(
            "lab",
            c -> c.storage(
                rbd("other", "vms"), s -> s.monitors("10.0.9.1").keyring(fromFile("/root/key")))))
        .passes();
  }

  @Test
  void the_own_cluster_needs_no_key() {
    verify(new ExternalCephWithoutKey())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("vms", p -> {})))
        .isNotApplicable();
  }
}
