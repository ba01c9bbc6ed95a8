package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class UnsupportedContentTest {

  private final RuleVerifier rule = verify(new UnsupportedContent());

  @Test
  void what_the_type_can_not_take_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(zfs("tank", "tank"), s -> s.content(ContentType.IMAGES, ContentType.ISO));
        }))
        .reportsExactly("LOC-003[storage/tank]")
        .withMessageContaining("storage tank of type zfspool can not take [iso]");
  }

  @Test
  void what_the_type_can_take_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.content(ContentType.ISO));
        }))
        .passes();
  }

  @Test
  void the_default_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
        }))
        .passes();
  }
}
