package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class StorageNotOnNodeTest {

  private final RuleVerifier rule = verify(new StorageNotOnNode());

  @Test
  void a_node_that_the_storage_is_not_for_is_reported() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var tank = c.storage(zfs("tank", "tank"), s -> s.nodes(pve2));
          c.vm(200, "web01", v -> v.node(pve1).disk(tank, gib(8)));
        }))
        .reportsExactly("LOC-006[guest/200/scsi0]")
        .withMessageContaining(
            "scsi0 of guest 200 (web01) is on storage tank, which is not there on pve1");
  }

  @Test
  void a_storage_that_is_switched_off_is_reported() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var tank = c.storage(zfs("tank", "tank"), s -> s.disabled());
          c.vm(200, "web01", v -> v.node(pve1).disk(tank, gib(8)));
        }))
        .reportsExactly("LOC-006[guest/200/scsi0]")
        .withMessageContaining("is on storage tank, which is switched off");
  }

  @Test
  void a_volume_group_is_not_where_its_target_is_not() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var pve3 = c.node("pve3", n -> {});
          var san = c.storage(
              iscsi("san", "10.0.1.5", "iqn.2024-02.example:a"),
              s -> s.content(ContentType.NONE).nodes(pve1, pve2).lun(1));
          var vv = c.storage(lvm("vv", "vg_vv"), s -> s.on(san, 1).shared());
          c.vm(200, "web01", v -> v.node(pve3).disk(vv, gib(8)));
          c.vm(201, "web02", v -> v.node(pve2).disk(vv, gib(8)));
        }))
        .reportsExactly("LOC-006[guest/200/scsi0]")
        .withMessageContaining("scsi0 of guest 200 (web01) is on storage vv, which is not there on"
            + " pve3: no iSCSI storage gives its LUNs to pve3");
  }

  @Test
  void a_volume_group_is_nowhere_when_its_target_is_switched_off() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var san = c.storage(
              iscsi("san", "10.0.1.5", "iqn.2024-02.example:a"),
              s -> s.content(ContentType.NONE).disabled().lun(1));
          var vv = c.storage(lvm("vv", "vg_vv"), s -> s.on(san, 1).shared());
          c.vm(200, "web01", v -> v.node(pve1).disk(vv, gib(8)));
        }))
        .reportsExactly("LOC-006[guest/200/scsi0]")
        .withMessageContaining("no iSCSI storage gives its LUNs to pve1");
  }

  @Test
  void the_backups_of_a_guest_need_its_node() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var files = c.storage(
              dir("files", "/srv/files"), s -> s.content(ContentType.BACKUP).nodes(pve2));
          c.vm(200, "web01", v -> v.node(pve1));
          c.backup(b -> b.job("nightly", "02:30", files, p -> p.all().keepDaily(7)));
        }))
        .reportsExactly("LOC-006[backup/job/nightly]");
  }

  @Test
  void a_node_that_has_it_passes() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var tank = c.storage(zfs("tank", "tank"), s -> s.nodes(pve1));
          c.vm(200, "web01", v -> v.node(pve1).disk(tank, gib(8)));
        }))
        .passes();
  }

  @Test
  void a_guest_that_may_be_anywhere_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          var pve2 = c.node("pve2", n -> {});
          var tank = c.storage(zfs("tank", "tank"), s -> s.nodes(pve2));
          c.vm(200, "web01", v -> v.disk(tank, gib(8)));
        }))
        .isUndecidedFor("node that needs scsi0 of guest 200 (web01)");
  }

  @Test
  void without_guests_there_is_nothing_to_look_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
