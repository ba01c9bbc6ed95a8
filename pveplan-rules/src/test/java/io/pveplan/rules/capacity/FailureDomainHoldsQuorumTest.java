package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.HardwareSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FailureDomainHoldsQuorumTest {

  private final RuleVerifier rule = verify(new FailureDomainHoldsQuorum());

  /** A node in a rack of its own, on two feeds. */
  private static void safe(ClusterSpec c, String name) {
    node(c, name, h -> h.rack("rack-" + name).powerSupplies(on("a"), on("b")));
  }

  private static void node(ClusterSpec c, String name, Consumer<HardwareSpec> hardware) {
    c.node(name, n -> n.hardware(hardware));
  }

  private static CircuitRef on(String circuit) {
    return CircuitRef.named(circuit);
  }

  private static ClusterPlan plan(Consumer<ClusterSpec> nodes) {
    return cluster("lab", c -> {
      c.circuit("a", "ups-a");
      c.circuit("a2", "ups-a");
      c.circuit("b", "ups-b");
      c.circuit("mains");
      nodes.accept(c);
    });
  }

  @Test
  void nodes_in_racks_of_their_own_on_two_feeds_pass() {
    rule.on(plan(c -> {
          safe(c, "pve1");
          safe(c, "pve2");
          safe(c, "pve3");
        }))
        .passes();
  }

  @Test
  void a_rack_with_two_of_three_nodes_is_reported() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
          node(c, "pve2", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
          node(c, "pve3", h -> h.rack("r2").powerSupplies(on("a"), on("b")));
        }))
        .reportsExactly("CAP-010[rack/r1]")
        .withMessageContaining("the failure of rack r1 takes pve1, pve2 down: 1 of 3 votes are"
            + " left, the quorum is 2")
        .withRemedyContaining("Spread the nodes");
  }

  @Test
  void a_rack_with_half_of_the_votes_is_reported_unless_a_qdevice_decides() {
    Consumer<ClusterSpec> nodes = c -> {
      node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
      node(c, "pve2", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
      node(c, "pve3", h -> h.rack("r2").powerSupplies(on("a"), on("b")));
      node(c, "pve4", h -> h.rack("r2").powerSupplies(on("a"), on("b")));
    };

    rule.on(plan(nodes)).reportsExactly("CAP-010[rack/r1]", "CAP-010[rack/r2]");
    rule.on(plan(nodes.andThen(qdevice("r3")))).passes();
  }

  @Test
  void the_vote_of_a_qdevice_falls_with_its_rack() {
    Consumer<ClusterSpec> nodes = c -> {
      node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
      node(c, "pve2", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
      node(c, "pve3", h -> h.rack("r2").powerSupplies(on("a"), on("b")));
      node(c, "pve4", h -> h.rack("r2").powerSupplies(on("a"), on("b")));
    };

    rule.on(plan(nodes.andThen(qdevice("r1"))))
        .reportsExactly("CAP-010[rack/r1]")
        .withMessageContaining("takes pve1, pve2, the QDevice down: 2 of 5 votes are left");
    rule.on(plan(nodes.andThen(c -> c.corosync(k -> k.qdevice("10.10.0.5")))))
        .isUndecidedFor("rack of the host of the QDevice");
  }

  @Test
  void a_room_with_three_of_five_nodes_is_reported() {
    rule.on(plan(inRooms("room-a", "room-a", "room-a", "room-b", "room-b")))
        .reportsExactly("CAP-010[room/room-a]")
        .withMessageContaining("the failure of room room-a takes pve1, pve2, pve3 down");
    rule.on(plan(inRooms("room-a", "room-a", "room-b", "room-b", "room-c"))).passes();
  }

  @Test
  void a_single_room_is_not_judged() {
    rule.on(plan(inRooms("room-a", "room-a", "room-a"))).passes();
  }

  @Test
  void a_rack_without_a_room_leaves_open_whether_a_room_holds_the_quorum() {
    rule.on(plan(inRooms("room-a", "room-a", "room-b", "room-b").andThen(c -> {
          node(c, "pve9", h -> h.rack("r9").powerSupplies(on("a"), on("b")));
        })))
        .isUndecidedFor("room of rack r9");
  }

  private static Consumer<ClusterSpec> inRooms(String... rooms) {
    return c -> {
      for (int i = 1; i <= rooms.length; i++) {
        String rack = "r" + i;
        c.rack(rack, rooms[i - 1]);
        node(c, "pve" + i, h -> h.rack(rack).powerSupplies(on("a"), on("b")));
      }
    };
  }

  private static Consumer<ClusterSpec> qdevice(String rack) {
    return c ->
        c.corosync(k -> k.qdevice("10.10.0.5", q -> q.rack(rack).powerSupplies(on("a"), on("b"))));
  }

  @Test
  void it_is_the_votes_of_a_rack_that_count() {
    rule.on(plan(c -> {
          c.node(
              "pve1", n -> n.votes(3).hardware(h -> h.rack("r1").powerSupplies(on("a"), on("b"))));
          safe(c, "pve2");
          safe(c, "pve3");
        }))
        .reportsExactly("CAP-010[rack/r1]");
  }

  @Test
  void nodes_with_all_power_supplies_on_a_circuit_fail_with_it() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("mains")));
          node(c, "pve2", h -> h.rack("r2").powerSupplies(on("mains"), on("mains")));
          safe(c, "pve3");
        }))
        .reportsExactly("CAP-010[circuit/mains]")
        .withMessageContaining("the failure of power circuit mains takes pve1, pve2 down");
  }

  @Test
  void a_node_with_a_power_supply_elsewhere_does_not_fail_with_a_circuit() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("mains")));
          node(c, "pve2", h -> h.rack("r2").powerSupplies(on("mains"), on("a")));
          safe(c, "pve3");
        }))
        .passes();
  }

  @Test
  void several_circuits_may_hang_on_one_ups() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a"), on("a2")));
          node(c, "pve2", h -> h.rack("r2").powerSupplies(on("a2")));
          safe(c, "pve3");
        }))
        .reportsExactly("CAP-010[ups/ups-a]")
        .withMessageContaining("the failure of UPS ups-a takes pve1, pve2 down");
  }

  @Test
  void a_circuit_without_ups_does_not_fail_with_one() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a"), on("mains")));
          node(c, "pve2", h -> h.rack("r2").powerSupplies(on("a2")));
          safe(c, "pve3");
        }))
        .passes();
  }

  @Test
  void a_node_in_no_known_rack_leaves_open_whether_a_rack_holds_the_quorum() {
    rule.on(plan(c -> {
          safe(c, "pve1");
          safe(c, "pve2");
          node(c, "pve3", h -> h.powerSupplies(on("a"), on("b")));
        }))
        .isUndecidedFor("rack of pve3");
  }

  @Test
  void a_node_in_no_known_rack_is_not_asked_for_where_it_can_not_tip_the_scales() {
    rule.on(plan(c -> {
          safe(c, "pve1");
          safe(c, "pve2");
          safe(c, "pve3");
          safe(c, "pve4");
          node(c, "pve5", h -> h.powerSupplies(on("a"), on("b")));
        }))
        .passes();
  }

  @Test
  void a_rack_is_reported_whatever_the_others_are_in() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
          node(c, "pve2", h -> h.rack("r1").powerSupplies(on("a"), on("b")));
          node(c, "pve3", h -> h.powerSupplies(on("a"), on("b")));
        }))
        .reportsExactly("CAP-010[rack/r1]");
  }

  @Test
  void power_supplies_on_unknown_circuits_leave_open_whether_one_holds_the_quorum() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a")));
          node(c, "pve2", h -> h.rack("r2").powerSupplies(on("a")).powerSupplies(1));
          safe(c, "pve3");
        }))
        .isUndecidedFor("circuits of the power supplies of pve2");
  }

  @Test
  void a_node_on_two_known_circuits_fails_with_none_of_them() {
    rule.on(plan(c -> {
          node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a")));
          node(c, "pve2", h -> h.rack("r2").powerSupplies(on("a"), on("b")).powerSupplies(1));
          safe(c, "pve3");
        }))
        .passes();
  }

  @Test
  void nodes_without_declared_hardware_are_undecided() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    });

    rule.on(plan)
        .isUndecidedFor(
            "rack of pve1", "rack of pve2", "power supplies of pve1", "power supplies of pve2");
  }

  @Test
  void a_single_node_has_no_quorum_to_lose() {
    rule.on(plan(c -> node(c, "pve1", h -> h.rack("r1").powerSupplies(on("a")))))
        .isNotApplicable();
  }
}
