package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.NAS;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.guest.MoveLab.moving;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.testing.PlanChanges;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedToItsOwnNodeTest {

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
}
