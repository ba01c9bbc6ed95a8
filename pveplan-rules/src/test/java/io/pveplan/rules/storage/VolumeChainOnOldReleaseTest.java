package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ProductVersion;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class VolumeChainOnOldReleaseTest {

  private final RuleVerifier rule = verify(new VolumeChainOnOldRelease());

  @Test
  void the_option_is_reported_for_8_4() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared().snapshotsAsVolumeChain());
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.snapshotsAsVolumeChain());
        }))
        .reportsExactly("SHR-008[storage/luns]", "SHR-008[storage/nas]")
        .withMessageContaining("makes snapshots as volume chains, which 8.4 does not know");
  }

  @Test
  void release_9_passes() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_9);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared().snapshotsAsVolumeChain());
        }))
        .passes();
  }

  @Test
  void storages_without_the_option_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
        }))
        .isNotApplicable();
  }
}
