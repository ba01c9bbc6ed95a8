package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ProductVersion;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class VolumeChainIsPreviewTest {

  private final RuleVerifier rule = verify(new VolumeChainIsPreview());

  @Test
  void the_option_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared().snapshotsAsVolumeChain());
        }))
        .reportsExactly("SHR-010[storage/luns]")
        .withMessageContaining("storage luns makes snapshots as volume chains");
  }

  @Test
  void storages_without_the_option_pass() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(dir("files", "/srv/files"), s -> {});
        }))
        .passes();
  }

  @Test
  void other_types_have_no_such_option() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(zfs("tank", "tank"), s -> {});
          c.storage(dir("local", "/var/lib/vz"), s -> s.disabled());
        }))
        .passes();
  }

  @Test
  void release_8_4_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared().snapshotsAsVolumeChain());
        }))
        .isNotApplicable();
  }
}
