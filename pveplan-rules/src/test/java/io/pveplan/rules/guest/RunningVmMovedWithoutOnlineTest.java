package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.MigrationSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunningVmMovedWithoutOnlineTest {

  private final RuleVerifier rule = verify(new RunningVmMovedWithoutOnline());

  private static ClusterPlan moving(Consumer<MigrationSpec> move) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> {});
      var pve2 = c.node("pve2", n -> {});
      var app = c.vm(200, "app", v -> v.node(pve1));
      c.migrate(app, pve2, move);
    });
  }

  @Test
  void a_running_vm_moved_without_online_is_reported() {
    rule.on(moving(m -> {}))
        .reportsExactly("MIG-001[migration/200/pve2]")
        .withMessageContaining("app runs and moves to pve2, but not online")
        .withRemedyContaining("Move it online, or say that it is stopped at that time.");
  }

  @Test
  void an_online_move_passes() {
    rule.on(moving(m -> m.online())).passes();
  }

  @Test
  void the_move_of_a_stopped_vm_is_not_looked_at() {
    rule.on(moving(m -> m.stopped())).isNotApplicable();
  }

  @Test
  void the_move_of_a_template_is_not_looked_at() {
    var plan = cluster("lab", c -> {
      var pve2 = c.node("pve2", n -> {});
      var image = c.template(9000, "image", v -> {});
      c.migrate(image, pve2, m -> {});
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void the_move_of_a_container_is_not_looked_at() {
    var plan = cluster("lab", c -> {
      var pve2 = c.node("pve2", n -> {});
      var pool = c.storage(zfs("tank", "tank"), s -> {});
      var box =
          c.container(300, "box", containerTemplate(pool, "debian.tar.zst"), pool, gib(8), t -> {});
      c.migrate(box, pve2, m -> {});
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void a_plan_without_moves_is_not_applicable() {
    rule.on(cluster("lab", c -> c.vm(200, "app", v -> {}))).isNotApplicable();
  }
}
