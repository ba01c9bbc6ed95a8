package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class AliasedStoragesTest {

  private final RuleVerifier rule = verify(new AliasedStorages());

  @Test
  void two_names_for_a_pool_are_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(zfs("tank", "tank"), s -> {});
          c.storage(zfs("more", "tank"), s -> {});
        }))
        .reportsExactly("LOC-009[storage/more]")
        .withMessageContaining("storages tank and more are both ZFS tank");
  }

  @Test
  void two_names_for_an_export_are_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("one", "10.0.0.5", "/export"), s -> {});
          c.storage(nfs("two", "10.0.0.5", "/export"), s -> {});
        }))
        .reportsExactly("LOC-009[storage/two]")
        .withMessageContaining("storages one and two are both export /export of 10.0.0.5");
  }

  @Test
  void storages_without_a_common_node_pass() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          c.storage(zfs("one", "tank"), s -> s.nodes(pve1));
          c.storage(zfs("two", "tank"), s -> s.nodes(pve2));
        }))
        .passes();
  }

  @Test
  void storages_without_common_content_pass() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("one", "10.0.0.5", "/e"), s -> s.content(ContentType.ISO));
          c.storage(nfs("two", "10.0.0.5", "/e"), s -> s.content(ContentType.BACKUP));
        }))
        .passes();
  }

  @Test
  void storages_that_nothing_may_lie_on_pass() {
    String target = "iqn.2024-02.net.example:san";
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.storage(iscsi("one", "10.0.0.5", target), s -> s.content(ContentType.NONE));
          c.storage(iscsi("two", "10.0.1.5", target), s -> s.content(ContentType.NONE));
        }))
        .passes();
  }

  @Test
  void two_datasets_pass() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(zfs("tank", "tank/a"), s -> {});
          c.storage(zfs("more", "tank/b"), s -> {});
        }))
        .passes();
  }
}
