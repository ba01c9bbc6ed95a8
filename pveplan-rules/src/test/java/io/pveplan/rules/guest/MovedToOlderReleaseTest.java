package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.moving;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import org.junit.jupiter.api.Test;

class MovedToOlderReleaseTest {

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
}
