package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.GuestRef;
import io.pveplan.dsl.MigrationSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.testing.PlanChanges;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rules about planned moves that have nothing of their own but the look at a blocker. */
class PlannedMoveRulesTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final StorageRef NAS = StorageRef.named("nas");
  private static final StorageRef TANK = StorageRef.named("tank");

  private static ClusterPlan lab(Consumer<ClusterSpec> block) {
    return cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.node("pve3", n -> {});
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(lvmThin("thin", "pve", "data"), s -> {});
      block.accept(c);
    });
  }

  private static ClusterPlan moving(Consumer<VmSpec> machine, Consumer<MigrationSpec> move) {
    return lab(c -> c.migrate(c.vm(200, "app", v -> v.node(PVE1).with(machine)), PVE2, move));
  }

  private static GuestRef container(ClusterSpec c) {
    return c.container(
        300, "dns", containerTemplate(NAS, "a.tar.zst"), NAS, gib(1), t -> t.node(PVE1));
  }

  @Test
  void a_guest_does_not_move_to_where_it_is() {
    var rule = verify(new MovedToItsOwnNode());
    var plan = moving(v -> v.disk(NAS, gib(8)), m -> m.online());
    var home = PlanChanges.changed(
        plan,
        it -> it.migrations(
            List.of(Migration.builder().guest(Vmid.of(200)).target("pve1").build())));

    rule.on(plan).passes();
    rule.on(home)
        .reportsExactly("MIG-003[migration/200/pve1]")
        .withMessageContaining("app moves to pve1, where it is");
    rule.on(lab(c -> {})).isNotApplicable();
  }

  @Test
  void a_running_container_does_not_move_online() {
    var rule = verify(new ContainerMovedOnline());

    rule.on(lab(c -> c.migrate(container(c), PVE2, m -> m.online())))
        .reportsExactly("MIG-005[migration/300/pve2]")
        .withMessageContaining("container dns runs and moves online to pve2");
    rule.on(lab(c -> c.migrate(container(c), PVE2, m -> {}))).passes();
    rule.on(lab(c -> c.migrate(container(c), PVE2, m -> m.stopped().online()))).passes();
    rule.on(moving(v -> {}, m -> m.online())).isNotApplicable();
  }

  @Test
  void a_directory_does_not_move_in_use() {
    var rule = verify(new DirectoriesMovedInUse());

    rule.on(withDirectory(m -> m.online()))
        .reportsExactly("MIG-008[migration/200/pve2/virtiofs0]")
        .withMessageContaining("app moves to pve2, but directory share can not be moved in use");
    rule.on(withDirectory(m -> m.stopped())).isNotApplicable();
    rule.on(moving(v -> {}, m -> m.online())).passes();
  }

  private static ClusterPlan withDirectory(Consumer<MigrationSpec> move) {
    return lab(c -> {
      var share = c.directoryMapping(
          "share", m -> m.directory(PVE1, "/srv/share").directory(PVE2, "/srv/share"));
      c.migrate(c.vm(200, "app", v -> v.node(PVE1).hardware(h -> h.device(share))), PVE2, move);
    });
  }

  @Test
  void a_replicated_machine_moves_to_a_copy_only() {
    var rule = verify(new ReplicatedVmMovedAside());

    rule.on(replicated("pve3", false, m -> m.online()))
        .reportsExactly("MIG-009[migration/200/pve2]")
        .withMessageContaining("app moves to pve2, but its replication leads to pve3 only");
    rule.on(replicated("pve2", false, m -> m.online())).passes();
    // HA forces it.
    rule.on(replicated("pve3", true, m -> m.online())).passes();
    rule.on(replicated("pve3", false, m -> m.stopped())).isNotApplicable();
  }

  private static ClusterPlan replicated(String to, boolean ha, Consumer<MigrationSpec> move) {
    return lab(c -> {
      var app = c.vm(200, "app", v -> v.node(PVE1).disk(TANK, gib(8)));
      c.replicate(app, NodeRef.named(to), r -> {});
      if (ha) {
        c.ha(h -> h.resources(app));
      }
      c.migrate(app, PVE2, move);
    });
  }

  @Test
  void snapshots_of_a_local_disk_keep_a_machine_that_runs() {
    var rule = verify(new SnapshotsOfMovedDisks());
    Consumer<VmSpec> onZfs = v -> v.snapshots().disk(TANK, gib(8));
    Consumer<VmSpec> onThin = v -> v.snapshots().disk(StorageRef.named("thin"), gib(8));

    rule.on(moving(onZfs, m -> m.online().withLocalDisks()))
        .reportsExactly("MIG-010[migration/200/pve2/scsi0]")
        .withMessageContaining(
            "app moves to pve2, but with a snapshot scsi0 on local storage tank does not move in use");
    rule.on(moving(onZfs, m -> m.stopped())).passes();
    rule.on(moving(onThin, m -> m.stopped()))
        .reportsExactly("MIG-010[migration/200/pve2/scsi0]")
        .withMessageContaining("with a snapshot scsi0 can not leave local storage thin");
    rule.on(moving(v -> v.snapshots().disk(NAS, gib(8)), m -> m.online())).passes();
    rule.on(lab(c -> {})).isNotApplicable();
  }

  @Test
  void snapshots_move_to_where_the_disk_is_replicated() {
    var rule = verify(new SnapshotsOfMovedDisks());

    rule.on(lab(c -> {
          var app = c.vm(200, "app", v -> v.node(PVE1).snapshots().disk(TANK, gib(8)));
          c.replicate(app, PVE2, r -> {});
          c.migrate(app, PVE2, m -> m.online().withLocalDisks());
        }))
        .passes();
  }

  @Test
  void a_linked_clone_and_its_template_stay_together_on_local_storage() {
    var rule = verify(new LinkedClonesMoved());

    rule.on(cloned(TANK, true))
        .reportsExactly("MIG-011[migration/200/pve2/scsi0]", "MIG-011[migration/9000/pve2/scsi0]");
    rule.on(cloned(NAS, true)).passes();
    rule.on(cloned(TANK, false)).passes();
    rule.on(lab(c -> {})).isNotApplicable();
  }

  private static ClusterPlan cloned(StorageRef storage, boolean linked) {
    return lab(c -> {
      var base = c.template(9000, "base", v -> v.node(PVE1).disk(storage, gib(8)));
      var app = c.vm(200, "app", v -> {
        v.node(PVE1);
        if (linked) {
          v.linkedCloneOf(base);
        } else {
          v.cloneOf(base);
        }
      });
      c.migrate(app, PVE2, m -> m.stopped());
      c.migrate(base, PVE2, m -> m.stopped());
    });
  }

  @Test
  void a_local_image_keeps_a_machine_whether_it_runs_or_not() {
    var rule = verify(new LocalIsoMoved());
    var local = StorageRef.named("local");

    rule.on(moving(v -> v.disk(NAS, gib(8)).iso(local, "a.iso"), m -> m.stopped()))
        .reportsExactly("MIG-022[migration/200/pve2/iso]")
        .withMessageContaining(
            "app moves to pve2, but the ISO image in its drive lies on local storage local");
    rule.on(moving(v -> v.disk(NAS, gib(8)).iso(NAS, "a.iso"), m -> m.online())).passes();
    rule.on(lab(c -> {})).isNotApplicable();
  }

  @Test
  void a_move_to_an_older_release_is_reported() {
    var rule = verify(new MovedToOlderRelease());

    rule.on(released("9.1", "9.0"))
        .reportsExactly("MIG-017[migration/200/pve2]")
        .withMessageContaining("app moves online from 9.1 of pve1 to 9.0 of pve2");
    rule.on(released("9.0", "9.1")).passes();
    rule.on(moving(v -> {}, m -> m.online())).passes();
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.release("9.1"));
          var pve2 = c.node("pve2", n -> {});
          c.migrate(c.vm(200, "app", v -> v.node(pve1)), pve2, m -> m.online());
        }))
        .isUndecidedFor("release of pve2");
    rule.on(moving(v -> {}, m -> m.stopped())).isNotApplicable();
  }

  private static ClusterPlan released(String source, String target) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.release(source));
      var pve2 = c.node("pve2", n -> n.release(target));
      c.migrate(c.vm(200, "app", v -> v.node(pve1)), pve2, m -> m.online());
    });
  }

  @Test
  void connections_through_snat_are_cut() {
    var rule = verify(new ConnectionsCutByMove());

    rule.on(translated(true))
        .reportsExactly("MIG-024[migration/200/pve2]")
        .withMessageContaining(
            "app moves online to pve2 and reaches the outside through SNAT of lab1");
    rule.on(translated(false)).passes();
    rule.on(lab(c -> {})).isNotApplicable();
  }

  private static ClusterPlan translated(boolean snat) {
    return lab(c -> {
      var zone = c.zone(simple("nat"), z -> {});
      var vnet = c.vnet(
          "lab1",
          zone,
          v -> v.subnet("10.150.10.0/24", s -> {
            s.gateway("10.150.10.1");
            if (snat) {
              s.snat();
            }
          }));
      c.migrate(c.vm(200, "app", v -> v.node(PVE1).nic(vnet)), PVE2, m -> m.online());
    });
  }
}
