package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageServerSinglePointOfFailureTest {

  private static final String TARGET = "iqn.2024-02.net.example:san.lun1";

  private final RuleVerifier rule = verify(new StorageServerSinglePointOfFailure());

  @ParameterizedTest(name = "{0} heads: reported = {1}")
  @CsvSource({"1, true", "2, false"})
  void a_server_needs_two_heads(int heads, boolean reported) {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5").heads(heads));
      return c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
    });

    if (reported) {
      rule.on(plan)
          .reportsExactly("SHR-005[storage-server/filer]")
          .withMessageContaining(
              "storage server filer has one head and holds volumes of HA guests 200, 201 on nas")
          .withRemedyContaining("two heads or controllers, or Ceph");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void all_storages_of_a_server_are_one_finding() {
    ClusterPlan plan = cluster("lab", c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5", "172.30.20.50").heads(1));
      var nas = c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
      var san = c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
      var app = c.vm(200, "app01", v -> v.disk(nas, gib(8)).disk(san, gib(8)));
      c.ha(h -> h.resources(app));
    });

    rule.on(plan)
        .reportsExactly("SHR-005[storage-server/filer]")
        .withMessageContaining("volumes of HA guest 200 on nas, san");
  }

  @Test
  void the_target_below_a_volume_group_counts() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.30.20.50").heads(1));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
      c.storage(iscsi("other", "172.30.20.60", TARGET), s -> {});
      return c.storage(lvm("luns", "vg"), s -> s.shared().base("san:0.0.1.scsi-36000"));
    });

    rule.on(plan).reportsExactly("SHR-005[storage-server/filer]").withMessageContaining("on luns");
  }

  @Test
  void a_volume_group_made_by_hand_lies_on_the_only_target() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.30.20.50").heads(1));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
      return c.storage(lvm("luns", "vg"), s -> s.shared());
    });

    rule.on(plan).reportsExactly("SHR-005[storage-server/filer]");
  }

  @Test
  void a_bare_storage_id_below_a_volume_group_counts() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.30.20.50").heads(1));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
      c.storage(iscsi("other", "172.30.20.60", TARGET), s -> {});
      return c.storage(lvm("luns", "vg"), s -> s.shared().base("san"));
    });

    rule.on(plan).reportsExactly("SHR-005[storage-server/filer]");
  }

  @Test
  void of_two_targets_the_one_below_a_volume_group_is_undecided() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.30.20.50").heads(1));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
      c.storage(iscsi("other", "172.30.20.60", TARGET), s -> {});
      return c.storage(lvm("luns", "vg"), s -> s.shared());
    });

    rule.on(plan).isUndecidedFor("storage server of volume group vg");
  }

  @Test
  void an_image_in_the_drive_is_no_volume_of_the_guest() {
    ClusterPlan plan = cluster("lab", c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5").heads(1));
      var nas = c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
      var ceph = c.cephPool("vm-disks", p -> {});
      var app = c.vm(200, "app01", v -> v.disk(ceph, gib(8)).iso(nas, "debian-13.iso"));
      c.ha(h -> h.resources(app));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_guest_whose_disks_are_not_told_is_undecided_where_there_is_a_server() {
    ClusterPlan plan = cluster("lab", c -> {
      var app = c.vm(200, "app01", v -> {});
      c.ha(h -> h.resources(app));
    });
    ClusterPlan served = cluster("lab", c -> {
      c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
      var app = c.vm(200, "app01", v -> {});
      c.ha(h -> h.resources(app));
    });

    rule.on(plan).isNotApplicable();
    rule.on(served).isUndecidedFor("disks of guest 200");
  }

  @Test
  void a_cloud_init_drive_is_a_volume_of_the_guest() {
    ClusterPlan plan = cluster("lab", c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5").heads(1));
      var nas = c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
      var ceph = c.cephPool("vm-disks", p -> {});
      var app = c.vm(
          200, "app01", v -> v.disk(ceph, gib(8)).cloudInit(s -> s.user("ops").storage(nas)));
      c.ha(h -> h.resources(app));
    });

    rule.on(plan).reportsExactly("SHR-005[storage-server/filer]");
  }

  @Test
  void a_target_on_two_servers_passes() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("head-a", s -> s.addresses("172.30.20.50").heads(1));
      c.storageServer("head-b", s -> s.addresses("172.30.21.50").heads(1));
      return c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50"));
    });

    rule.on(plan).passes();
  }

  @Test
  void guests_without_ha_are_not_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5").heads(1));
      var nas = c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
      c.vm(200, "app01", v -> v.disk(nas, gib(8)));
      var ignored = c.vm(201, "app02", v -> v.disk(nas, gib(8)));
      c.ha(h -> h.resource(ignored, r -> r.state(HaState.IGNORED)));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void storage_without_server_is_not_looked_at() {
    rule.on(underHa(c -> c.storage(zfs("tank-vm", "tank/vm"), s -> {}))).isNotApplicable();
    rule.on(underHa(c -> c.storage(lvm("vg-local", "vg"), s -> {}))).isNotApplicable();
    rule.on(underHa(c -> c.cephPool("vm-disks", p -> {}))).isNotApplicable();
  }

  @Test
  void a_server_whose_heads_nobody_counted_is_undecided() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5").logDevice());
      return c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
    });

    rule.on(plan).isUndecidedFor("heads of storage server filer");
  }

  @Test
  void a_server_that_is_not_declared_is_undecided() {
    rule.on(underHa(c -> c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {})))
        .isUndecidedFor("heads of server 172.20.50.5");
  }

  @Test
  void a_server_given_by_name_is_undecided() {
    rule.on(underHa(c -> c.storage(nfs("nas", "nas.example.net", "/export/pve"), s -> {})))
        .isUndecidedFor("address of server nas.example.net");
  }

  @Test
  void a_portal_that_is_not_declared_may_be_the_second_head() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("head-a", s -> s.addresses("172.30.20.50").heads(1));
      return c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50"));
    });

    rule.on(plan).isUndecidedFor("heads of server 172.30.21.50");
  }

  @Test
  void a_volume_group_on_an_unknown_lun_is_undecided() {
    rule.on(underHa(c -> c.storage(lvm("luns", "vg_cluster"), s -> s.shared())))
        .isUndecidedFor("storage server of volume group vg_cluster");
  }

  @Test
  void a_directory_that_is_said_to_be_shared_is_undecided() {
    rule.on(underHa(c -> c.storage(dir("files", "/mnt/files"), s -> s.shared())))
        .isUndecidedFor("storage server of directory /mnt/files");
  }

  @Test
  void the_line_is_that_of_the_server() {
    ClusterPlan plan = underHa(c -> {
      c.storageServer("filer", s -> s.addresses("172.20.50.5").heads(1));
      return c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> {});
    });

    assertThat(ReportedLines.of(new StorageServerSinglePointOfFailure(), plan))
        .containsExactly(plan.storageServers().get(0).declaredAt().orElseThrow());
  }

  /** Guests 200 and 201 under HA with a disk on a storage. */
  private static ClusterPlan underHa(Function<ClusterSpec, StorageRef> storage) {
    return cluster("lab", c -> {
      StorageRef disks = storage.apply(c);
      var app1 = c.vm(200, "app01", v -> v.disk(disks, gib(8)));
      var app2 = c.vm(201, "app02", v -> v.disk(disks, gib(8)));
      c.ha(h -> h.resources(app1, app2));
    });
  }
}
