package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gb;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SharedOnLocalMediumTest {

  private final RuleVerifier rule = verify(new SharedOnLocalMedium());

  @Test
  void the_directory_of_the_installation_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(dir("more", "/var/lib/vz/more"), s -> s.shared());
        }))
        .reportsExactly("LOC-008[storage/more]")
        .withMessageContaining(
            "storage more is marked as shared, and /var/lib/vz/more lies in /var/lib/vz of each node");
  }

  @Test
  void a_pool_of_the_nodes_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.zpool("tank", ZfsRaid.MIRROR, "/dev/sdb", "/dev/sdc"));
          c.node("pve2", n -> {});
          c.storage(dir("more", "/tank/more"), s -> s.shared());
        }))
        .reportsExactly("LOC-008[storage/more]");
  }

  @Test
  void the_volume_group_of_the_installation_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node(
              "pve1",
              n -> n.hardware(h -> h.systemDisks(
                  SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD))));
          c.node("pve2", n -> {});
          c.storage(lvm("thick", "pve"), s -> s.shared());
        }))
        .reportsExactly("LOC-008[storage/thick]")
        .withMessageContaining("volume group pve is on the system disks of each node");
  }

  @Test
  void a_mount_of_another_storage_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(dir("more", "/mnt/pve/nas/more"), s -> s.shared());
        }))
        .passes();
  }

  @Test
  void what_is_mounted_elsewhere_nobody_knows() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(dir("more", "/srv/more"), s -> s.shared());
        }))
        .isUndecidedFor("what is mounted at /srv/more");
  }

  @Test
  void a_volume_group_of_a_san_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
        }))
        .passes();
  }

  @Test
  void local_storages_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(dir("more", "/srv/more"), s -> {});
          c.storage(lvm("thick", "pve"), s -> {});
        }))
        .isNotApplicable();
  }
}
