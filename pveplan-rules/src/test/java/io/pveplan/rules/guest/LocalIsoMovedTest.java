package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.NAS;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.guest.MoveLab.moving;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import org.junit.jupiter.api.Test;

class LocalIsoMovedTest {

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
}
