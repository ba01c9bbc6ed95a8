package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

/** Nodes of 64 GiB, of which 2 are kept for the host. */
class NoRoomOnTargetTest {

  private final RuleVerifier rule = verify(new NoRoomOnTarget());

  private static ClusterPlan beside(int taken, int moving) {
    return cluster("lab", c -> {
      var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))));
      var pve2 = c.node("pve2", n -> n.hardware(h -> h.memory(gib(64))));
      c.vm(201, "db", v -> v.node(pve2).memory(gib(taken)));
      c.migrate(c.vm(200, "app", v -> v.node(pve1).memory(gib(moving))), pve2, m -> m.online());
    });
  }

  @Test
  void more_than_the_guests_of_the_target_leave_is_reported() {
    rule.on(beside(54, 9))
        .reportsExactly("MIG-028[migration/200/pve2]")
        .withMessageContaining(
            "app moves to pve2, but it has 9GiB of memory, more than is left there");
  }

  @Test
  void what_they_leave_passes() {
    rule.on(beside(54, 8)).passes();
  }

  @Test
  void a_move_to_where_the_guest_is_takes_nothing() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> n.hardware(h -> h.memory(gib(64))));
          c.node("pve2", n -> {});
          c.migrate(c.vm(200, "app", v -> v.node(pve1).memory(gib(40))), pve1, m -> m.online());
        }))
        .passes();
  }

  @Test
  void a_target_whose_memory_is_not_told_is_undecided() {
    rule.on(moving(v -> {}, m -> m.online())).isUndecidedFor("memory of pve2");
  }

  @Test
  void containers_count_and_templates_do_not() {
    rule.on(lab(c -> c.migrate(container(c), PVE2, m -> {}))).isUndecidedFor("memory of pve2");
    rule.on(lab(c -> c.migrate(c.template(9000, "base", v -> v.node(PVE1)), PVE2, m -> {})))
        .isNotApplicable();
  }
}
