package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SoftMountTest {

  private final RuleVerifier rule = verify(new SoftMount());

  @Test
  void a_soft_mount_of_disks_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.options("vers=4.2,soft"));
        }))
        .reportsExactly("SHR-003[storage/nas]")
        .withMessageContaining("storage nas holds [images] and is mounted soft");
  }

  @Test
  void a_soft_mount_of_iso_images_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(
              nfs("nas", "10.0.0.5", "/export"), s -> s.options("soft").content(ContentType.ISO));
        }))
        .passes();
  }

  @Test
  void a_hard_mount_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.options("softreval"));
        }))
        .passes();
  }

  @Test
  void other_types_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(dir("files", "/srv/files"), s -> {});
        }))
        .isNotApplicable();
  }
}
