package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.guest.MoveLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

/** Moves under HA to a node that its strict rule excludes: no other rule looks at that node. */
class NetworkMissingOnTargetTest {

  private final RuleVerifier rule = verify(new NetworkMissingOnTarget());

  @Test
  void a_bridge_that_the_target_lacks_is_reported() {
    rule.on(movingOut(older(64, 32), v -> v.nic("vmbr0").nic("vmbr1")))
        .reportsExactly("MIG-019[migration/200/pve2]")
        .withMessageContaining("app moves to pve2, but bridge vmbr1 is not there");
  }

  @Test
  void a_bridge_of_a_smaller_mtu_is_reported() {
    rule.on(movingOut(older(64, 32), v -> v.nic("vmbr0", b -> b.mtu(9000))))
        .reportsExactly("MIG-019[migration/200/pve2]")
        .withMessageContaining(
            "app moves to pve2, but net0 has MTU 9000, more than vmbr0 has there");
  }

  @Test
  void a_bridge_that_is_there_passes() {
    rule.on(movingOut(older(64, 32), v -> v.nic("vmbr0"))).passes();
  }

  @Test
  void a_target_without_interfaces_is_undecided() {
    rule.on(movingOut(n -> {}, v -> v.nic("vmbr0"))).isUndecidedFor("interfaces of pve2");
  }

  @Test
  void a_target_that_the_guest_may_run_on_is_left_to_others() {
    var plan = lab(c -> {
      c.node("pve4", n -> n.bridge("vmbr0", b -> {}));
      c.migrate(c.vm(200, "app", v -> v.node(PVE1).nic("vmbr0")), PVE2, m -> m.online());
    });

    rule.on(plan).isNotApplicable();
    verify(new BridgeMissingOnNode())
        .on(plan)
        .isUndecidedFor("interfaces of pve1", "interfaces of pve2");
  }

  @Test
  void templates_and_guests_without_cards_are_not_looked_at() {
    rule.on(movingOut(older(64, 32), v -> {})).isNotApplicable();
    rule.on(movingOut(
            older(64, 32),
            (c, pve1) -> c.template(9000, "base", v -> v.node(pve1).nic("vmbr1"))))
        .isNotApplicable();
  }
}
