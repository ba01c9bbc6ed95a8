package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.PVE1;
import static io.pveplan.rules.guest.MoveLab.PVE2;
import static io.pveplan.rules.guest.MoveLab.lab;
import static io.pveplan.rules.guest.MoveLab.moving;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.model.ClusterPlan;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DirectoriesMovedInUseTest {

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
}
