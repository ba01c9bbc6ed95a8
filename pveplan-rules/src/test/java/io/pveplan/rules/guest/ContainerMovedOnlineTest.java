package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.container;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.guest.MoveLab.moving;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import org.junit.jupiter.api.Test;

class ContainerMovedOnlineTest {

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
}
