package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class StorageOnErasureCodeTest {

  @Test
  void a_storage_on_chunks_is_reported() {
    verify(new StorageOnErasureCode())
        .on(CephPlans.of(3, (c, nodes) -> {
          c.cephPool("cold", p -> p.erasureCoded(2, 1).withoutStorage());
          c.storage(rbd("disks", "cold-data"), s -> {});
        }))
        .reportsExactly("CEPH-033[storage/disks]");
  }

  @Test
  void a_storage_with_two_pools_passes() {
    verify(new StorageOnErasureCode())
        .on(CephPlans.of(3, (c, nodes) -> c.cephPool("cold", p -> p.erasureCoded(2, 1))))
        .passes();
  }

  @Test
  void without_rbd_there_is_no_such_storage() {
    verify(new StorageOnErasureCode()).on(cluster("lab", c -> {})).isNotApplicable();
  }
}
