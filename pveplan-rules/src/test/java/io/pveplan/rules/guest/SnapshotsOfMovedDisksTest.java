package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.NAS;
import static io.pveplan.rules.guest.MoveLab.PVE1;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.TANK;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.guest.MoveLab.moving;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.storage.DiskFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnapshotsOfMovedDisksTest {

  @Test
  void snapshots_of_a_local_disk_keep_a_machine_that_runs() {
    var rule = verify(new SnapshotsOfMovedDisks());
    Consumer<VmSpec> onZfs = v -> v.snapshots().disk(TANK, gib(8));
    Consumer<VmSpec> onThin = v -> v.snapshots().disk(StorageRef.named("thin"), gib(8));

    rule.on(moving(onZfs, m -> m.online().withLocalDisks()))
        .reportsExactly("MIG-010[migration/200/pve2/scsi0]")
        .withMessageContaining(
            "app moves to pve2, but with a snapshot scsi0 on local storage tank does not move in use")
        .withRemedyContaining(
            "Remove the snapshots before the move, move the guest stopped, or use");
    rule.on(moving(onZfs, m -> m.stopped())).passes();
    rule.on(moving(onThin, m -> m.online().withLocalDisks()))
        .reportsExactly("MIG-010[migration/200/pve2/scsi0]")
        .withRemedyContaining("Remove the snapshots before the move, or use shared storage.");
    rule.on(moving(onThin, m -> m.stopped()))
        .reportsExactly("MIG-010[migration/200/pve2/scsi0]")
        .withMessageContaining("with a snapshot scsi0 can not leave local storage thin")
        .withRemedyContaining("Remove the snapshots before the move, or use shared storage.");
    rule.on(moving(v -> v.snapshots().disk(NAS, gib(8)), m -> m.online())).passes();
    rule.on(lab(c -> {
          var chain = c.storage(dir("chain", "/srv"), s -> s.snapshotsAsVolumeChain());
          Consumer<VmSpec> qcow2 =
              v -> v.snapshots().disk(chain, gib(8), d -> d.format(DiskFormat.QCOW2));
          c.migrate(c.vm(200, "app", v -> v.node(PVE1).with(qcow2)), PVE2, m -> m.stopped());
        }))
        .reportsExactly("MIG-010[migration/200/pve2/scsi0]");
    rule.on(lab(c -> {})).isNotApplicable();
  }

  @Test
  void nobody_knows_where_the_snapshots_are_of_disks_that_are_not_told() {
    var rule = verify(new SnapshotsOfMovedDisks());

    rule.on(moving(v -> v.snapshots(), m -> m.online())).isUndecidedFor("disks of guest 200");
    rule.on(moving(v -> {}, m -> m.online())).passes();
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
}
