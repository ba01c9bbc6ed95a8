package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class PoolOfStorageMissingTest {

  private final RuleVerifier rule = verify(new PoolOfStorageMissing());

  @Test
  void a_storage_on_another_zfs_pool_than_the_nodes_make_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc"));
          c.node("pve2", n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc"));
          c.storage(zfs("tank-vm", "tnk/vm"), s -> {});
        }))
        .reportsExactly("LOC-042[storage/tank-vm]")
        .withMessageContaining(
            "storage tank-vm lies on tnk, and pve1 makes tank; nodes that lack it: pve1, pve2");
  }

  @Test
  void a_storage_on_another_thin_pool_than_the_node_makes_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.lvmThin("vg2", "dta", "/dev/sdb"));
          c.storage(lvmThin("thin", "vg2", "data"), s -> {});
        }))
        .reportsExactly("LOC-042[storage/thin]")
        .withMessageContaining("storage thin lies on vg2/data, and pve1 makes vg2/dta");
  }

  @Test
  void the_pools_that_nodes_and_installations_make_pass() {
    rule.on(cluster("lab", c -> {
          c.node(
              "pve1",
              n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc")
                  .lvmThin("vg2", "data", "/dev/sdd"));
          c.storage(zfs("tank-vm", "tank/vm"), s -> {});
          c.storage(zfs("root", "rpool/data"), s -> {});
          c.storage(lvmThin("thin", "vg2", "data"), s -> {});
          c.storage(lvmThin("local-lvm", "pve", "data"), s -> {});
        }))
        .passes();
  }

  @Test
  void a_node_that_tells_of_no_pool_has_them_already() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.storage(zfs("tank-vm", "tnk/vm"), s -> {});
        }))
        .isNotApplicable();
  }

  @Test
  void a_storage_that_is_not_for_the_node_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc"));
          var pve2 = c.node("pve2", n -> {});
          c.storage(zfs("old", "old/vm"), s -> s.nodes(pve2));
        }))
        .isNotApplicable();
  }
}
