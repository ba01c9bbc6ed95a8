package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.NAS;
import static io.pveplan.rules.guest.MoveLab.PVE1;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.TANK;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import org.junit.jupiter.api.Test;

class LinkedClonesMovedTest {

  @Test
  void a_linked_clone_and_its_template_stay_together_on_local_storage() {
    var rule = verify(new LinkedClonesMoved());

    rule.on(cloned(TANK, true))
        .reportsExactly("MIG-011[migration/200/pve2/scsi0]", "MIG-011[migration/9000/pve2/scsi0]");
    rule.on(cloned(NAS, true)).passes();
    rule.on(cloned(TANK, false)).passes();
    rule.on(lab(c -> {})).isNotApplicable();
  }

  @Test
  void nobody_knows_what_hangs_together_of_a_template_without_disks() {
    var rule = verify(new LinkedClonesMoved());

    rule.on(lab(c -> {
          var base = c.template(9000, "base", v -> v.node(PVE1));
          c.vm(201, "other", v -> v.node(PVE1).linkedCloneOf(base));
          c.migrate(base, PVE2, m -> m.stopped());
        }))
        .isUndecidedFor("disks of guest 9000");
    rule.on(lab(c -> {
          var base = c.template(9000, "base", v -> v.node(PVE1));
          c.migrate(c.vm(200, "app", v -> v.node(PVE1).linkedCloneOf(base)), PVE2, m -> {});
        }))
        .isUndecidedFor("disks of guest 9000");
    rule.on(lab(c -> {
          var base = c.template(9000, "base", v -> v.node(PVE1));
          c.migrate(c.vm(200, "app", v -> v.node(PVE1).cloneOf(base)), PVE2, m -> {});
        }))
        .passes();
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
}
