package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.StorageSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StorageMissingOnTargetTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");

  private final RuleVerifier rule = verify(new StorageMissingOnTarget());

  private static ClusterPlan lab(BiConsumer<ClusterSpec, StorageRef> block) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      block.accept(c, c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {}));
    });
  }

  @Test
  void a_local_storage_that_the_target_lacks_is_reported() {
    var plan = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> s.nodes(PVE1));
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)).disk(nas, gib(8)));
      c.migrate(app, PVE2, m -> m.online().withLocalDisks());
    });

    rule.on(plan)
        .reportsExactly("MIG-004[migration/200/pve2/scsi0]")
        .withMessageContaining(
            "guest 200 moves to pve2 with scsi0 on tank, but pve2 does not have tank")
        .withRemedyContaining(
            "Give the target the storage, switched on, or move local volumes to one it has, of the same type if");
  }

  @Test
  void a_storage_that_is_switched_off_is_called_so() {
    var plan = lab((c, nas) -> {
      var old = c.storage(nfs("old", "10.0.0.6", "/old"), s -> s.disabled());
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(old, gib(8)));
      c.migrate(app, PVE2, m -> m.online());
    });

    rule.on(plan)
        .reportsExactly("MIG-004[migration/200/pve2/scsi0]")
        .withMessageContaining(
            "guest 200 moves to pve2 with scsi0 on old, but old is switched off");
  }

  @Test
  void a_local_volume_moves_to_the_target_storage() {
    var plan = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> s.nodes(PVE1));
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)));
      c.migrate(app, PVE2, m -> m.online().withLocalDisks().targetStorage(nas));
    });

    rule.on(plan).passes();
  }

  @Test
  void ha_knows_no_target_storage() {
    var missing = underHa(s -> s.nodes(PVE1));
    var there = underHa(s -> {});

    rule.on(missing)
        .reportsExactly("MIG-004[migration/200/pve2]", "MIG-004[migration/200/pve2/scsi0]");
    rule.on(there)
        .reportsExactly("MIG-004[migration/200/pve2]")
        .withMessageContaining(
            "guest 200 moves to pve2 by HA, which does not put its volumes on nas")
        .withRemedyContaining("Take a guest out of HA for a move to another storage.");
  }

  @Test
  void ha_moves_volumes_to_the_storage_they_are_on() {
    rule.on(lab((c, nas) -> {
          var pool = c.storage(zfs("tank", "tank"), s -> {});
          var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)));
          c.ha(h -> h.resources(app));
          c.migrate(app, PVE2, m -> m.online().withLocalDisks().targetStorage(pool));
        }))
        .passes();
  }

  private static ClusterPlan underHa(Consumer<StorageSpec.Zfs> tank) {
    return lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), tank);
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)));
      c.ha(h -> h.resources(app));
      c.migrate(app, PVE2, m -> m.online().withLocalDisks().targetStorage(nas));
    });
  }

  @Test
  void a_volume_that_can_not_be_copied_to_the_target_storage_is_reported() {
    var stopped = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)));
      c.migrate(app, PVE2, m -> m.stopped().targetStorage(nas));
    });
    var running = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var win =
          c.vm(201, "win", v -> v.node(PVE1).disk(pool, gib(8)).hardware(h -> h.tpmState(pool)));
      c.migrate(win, PVE2, m -> m.online().withLocalDisks().targetStorage(nas));
    });

    rule.on(stopped)
        .reportsExactly("MIG-004[migration/200/pve2/scsi0]")
        .withMessageContaining(
            "guest 200 moves to pve2 with scsi0 on tank, but scsi0 can not be copied"
                + " in raw from tank (zfspool) to nas (nfs)");
    rule.on(running).reportsExactly("MIG-004[migration/201/pve2/tpmstate0]");
  }

  @Test
  void a_target_storage_that_takes_no_disks_is_reported() {
    var plan = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var isos = c.storage(dir("isos", "/srv/isos"), s -> s.content(ContentType.ISO));
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)));
      c.migrate(app, PVE2, m -> m.online().withLocalDisks().targetStorage(isos));
    });

    rule.on(plan)
        .reportsExactly("MIG-004[migration/200/pve2/scsi0]")
        .withMessageContaining(
            "guest 200 moves to pve2 with scsi0 on tank, but isos does not take images");
  }

  @Test
  void a_target_storage_that_the_target_lacks_is_reported() {
    var plan = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var other = c.storage(zfs("fast", "fast"), s -> s.nodes(PVE1));
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)));
      c.migrate(app, PVE2, m -> m.online().withLocalDisks().targetStorage(other));
    });

    rule.on(plan)
        .reportsExactly("MIG-004[migration/200/pve2/scsi0]")
        .withMessageContaining("scsi0 on tank, but pve2 does not have fast");
  }

  @Test
  void a_target_storage_does_not_map_shared_storage() {
    var plan = lab((c, nas) -> {
      var part = c.storage(nfs("part", "10.0.0.6", "/export"), s -> s.nodes(PVE1));
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(part, gib(8)));
      c.migrate(app, PVE2, m -> m.online().targetStorage(nas));
    });

    rule.on(plan)
        .reportsExactly("MIG-004[migration/200/pve2/scsi0]")
        .withMessageContaining("scsi0 on part, but pve2 does not have part");
  }

  @Test
  void a_disabled_storage_is_on_no_node() {
    var plan = lab((c, nas) -> {
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(nas, gib(8)));
      c.migrate(app, PVE2, m -> m.online());
    });
    var disabled = PlanChanges.withStorage(
        plan,
        "nas",
        nas -> NfsStorage.builder().from((NfsStorage) nas).disabled(true).build());

    rule.on(plan).passes();
    rule.on(disabled).reportsExactly("MIG-004[migration/200/pve2/scsi0]");
  }

  @Test
  void iso_image_and_cloud_init_drive_need_a_place_too() {
    var plan = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> s.nodes(PVE1));
      var app = c.vm(
          200,
          "app",
          v -> v.node(PVE1).disk(nas, gib(8)).iso(nas, "a.iso").cloudInit(s -> s.storage(pool)));
      c.migrate(app, PVE2, m -> m.online());
    });

    // A storage of type nfs takes images only, unless its plan says otherwise.
    rule.on(plan)
        .reportsExactly("MIG-004[migration/200/pve2/cloudinit]", "MIG-004[migration/200/pve2/iso]");
  }

  @Test
  void a_container_needs_rootdir() {
    var plan = lab((c, nas) -> {
      var box = c.container(
          300, "box", containerTemplate(nas, "debian.tar.zst"), nas, gib(8), t -> t.node(PVE1));
      c.migrate(box, PVE2, m -> m.stopped());
    });

    rule.on(plan)
        .reportsExactly("MIG-004[migration/300/pve2/rootfs]")
        .withMessageContaining(
            "guest 300 moves to pve2 with rootfs on nas, but nas does not take rootdir");
  }

  @Test
  void a_storage_that_both_nodes_have_passes() {
    var plan = lab((c, nas) -> {
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(pool, gib(8)).disk(nas, gib(8)));
      c.migrate(app, PVE2, m -> m.stopped());
    });

    rule.on(plan).passes();
  }

  @Test
  void a_cloud_init_drive_that_could_be_anywhere_is_undecided() {
    var plan = lab((c, nas) -> {
      var app = c.vm(200, "app", v -> v.node(PVE1).cloudInit(s -> s.user("ops")));
      c.migrate(app, PVE2, m -> m.online());
    });

    rule.on(plan).isUndecidedFor("disks of guest 200", "storage of the cloud-init drive");
  }

  @Test
  void a_guest_whose_disks_are_not_told_is_undecided() {
    var plan = lab((c, nas) -> {
      var app = c.vm(200, "app", v -> v.node(PVE1));
      c.migrate(app, PVE2, m -> m.online());
    });

    rule.on(plan).isUndecidedFor("disks of guest 200");
  }

  @Test
  void a_plan_without_moves_is_not_applicable() {
    rule.on(lab((c, nas) -> c.vm(200, "app", v -> v.disk(nas, gib(8))))).isNotApplicable();
  }
}
