package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cephFsStorage;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class DiskWithoutContentTest {

  private final RuleVerifier rule = verify(new DiskWithoutContent());

  @Test
  void a_disk_on_a_storage_for_files_is_reported() {
    rule.on(cluster("lab", c -> {
          var files = c.storage(dir("files", "/srv/files"), s -> s.content(ContentType.ISO));
          c.vm(200, "web01", v -> v.disk(files, gib(8)));
        }))
        .reportsExactly("LOC-005[guest/200/scsi0]")
        .withMessageContaining(
            "scsi0 of guest 200 (web01) is on storage files, which takes [iso] and not images");
  }

  @Test
  void content_that_is_not_declared_is_that_of_the_type() {
    rule.on(cluster("lab", c -> {
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          var files = c.storage(dir("files", "/srv/files"), s -> s.content(ContentType.IMAGES));
          c.vm(200, "web01", v -> v.disk(nas, gib(8)).iso(files, "debian.iso"));
        }))
        .reportsExactly("LOC-005[guest/200/iso]");
  }

  @Test
  void backups_on_a_storage_for_disks_are_reported() {
    rule.on(cluster("lab", c -> {
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.backup(b -> b.job("nightly", "02:30", nas, p -> p.all().keepDaily(7)));
        }))
        .reportsExactly("LOC-005[backup/job/nightly]");
  }

  @Test
  void a_disk_on_cephfs_is_a_matter_of_ceph_044() {
    rule.on(cluster("lab", c -> {
          var files = c.storage(
              cephFsStorage("files"), s -> s.monitors("10.0.0.5").content(ContentType.ISO));
          c.vm(200, "web01", v -> v.disk(files, gib(8)).iso(files, "debian.iso"));
        }))
        .passes();
  }

  @Test
  void a_storage_that_takes_it_passes() {
    rule.on(cluster("lab", c -> {
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          c.vm(200, "web01", v -> v.disk(tank, gib(8)));
        }))
        .passes();
  }

  @Test
  void a_guest_whose_disks_nobody_knows_is_undecided() {
    rule.on(cluster("lab", c -> c.vm(200, "web01", v -> {}))).isUndecidedFor("disks of guest 200");
  }

  @Test
  void without_guests_there_is_nothing_to_look_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
