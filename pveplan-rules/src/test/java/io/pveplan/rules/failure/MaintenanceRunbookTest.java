package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceRunbookTest {

  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");

  private static ClusterPlan plan() {
    return DrainPlanTest.lab(3, c -> {
      var one = DrainPlanTest.vm(c, 101, PVE1, gib(8));
      DrainPlanTest.vm(c, 102, PVE1, gib(16));
      var bound = DrainPlanTest.vm(c, 103, PVE2, gib(4));
      c.ha(h -> h.resources(one, bound)
          .nodeAffinity("home", a -> a.resources(bound).nodes(PVE2).strict()));
    });
  }

  @Test
  void nodes_that_can_be_emptied_come_first_the_one_with_the_least_in_front() {
    var runbook = MaintenanceRunbook.of(plan());

    assertThat(runbook.drains().stream().map(DrainPlan::node))
        .containsExactly("pve3", "pve1", "pve2");
    assertThat(runbook.possible()).isFalse();
  }

  @Test
  void the_text_tells_all_there_is_to_do() {
    assertThat(MaintenanceRunbook.of(plan()).text()).isEqualTo("""
        # Rolling maintenance of lab

        One node after another, in this order; the next one only when all checks after the one \
        before have passed. Nodes that can be emptied come first, the one with the least to \
        move in front.

        | # | node | guests moved | data | time | votes while it is off | can be emptied |
        |---|---|---|---|---|---|---|
        | 1 | pve3 | 0 | 0B | 0 s | 2 of 3, needed 2 | yes |
        | 2 | pve1 | 2 | 24GiB | 26 s | 2 of 3, needed 2 | yes |
        | 3 | pve2 | 0 | 0B | 0 s | 2 of 3, needed 2 | no |

        Times are those of the data over the migration network at 0.8 of its speed, which is an \
        assumption. One guest gets one leg of a bond at most, several at a time get all of them; \
        encrypted moves (`secure`, by SSH) are bound by one CPU core each besides, which is not \
        counted. Memory that changes while a guest moves goes over it again, which is not \
        counted. Guests are moved in batches of 4 (`max_workers`). A container is stopped and \
        started on the other node, and so is a machine with a device that does not move in use.

        ## 1. pve3

        - If meanwhile pve1 fails: no quorum.
        - If meanwhile pve2 fails: no quorum.

        Before, on any node:

        ```
        pvecm status            # Quorate: Yes, all nodes are members
        ha-manager status       # quorum OK, no service in error, recovery or fence
        ```

        On pve3:

        ```
        ha-manager crm-command node-maintenance enable pve3
        ha-manager status       # until no started service is left on pve3
        ```

        Maintain it; for updates:

        ```
        apt-get update
        apt-get dist-upgrade
        reboot
        ```

        After, on pve3:

        ```
        pvecm status            # pve3 is a member again
        ha-manager crm-command node-maintenance disable pve3
        ha-manager status       # until its services are back and started
        ```

        ## 2. pve1

        - If meanwhile pve2 fails: no quorum.
        - If meanwhile pve3 fails: no quorum.

        Before, on any node:

        ```
        pvecm status            # Quorate: Yes, all nodes are members
        ha-manager status       # quorum OK, no service in error, recovery or fence
        ```

        Empty it:

        | batch | guest | from | to | how | data |
        |---|---|---|---|---|---|
        | 1 | 101 vm101 | pve1 | pve3 | live, by HA | 8GiB |
        | 2 | 102 vm102 | pve1 | pve2 | live | 16GiB |

        On pve1:

        ```
        ha-manager crm-command node-maintenance enable pve1
        ha-manager status       # until no started service is left on pve1
        qm migrate 102 pve2 --online
        ```

        Maintain it; for updates:

        ```
        apt-get update
        apt-get dist-upgrade
        reboot
        ```

        After, on pve1:

        ```
        pvecm status            # pve1 is a member again
        ha-manager crm-command node-maintenance disable pve1
        ha-manager status       # until its services are back and started
        ```

        Bring back what HA does not:

        ```
        qm migrate 102 pve1 --online   # on pve2
        ```

        ## 3. pve2

        - 103 vm103 can not leave it: HA finds no node for it, because of: strict rule home.
        - If meanwhile pve1 fails: no quorum.
        - If meanwhile pve3 fails: no quorum.

        Before, on any node:

        ```
        pvecm status            # Quorate: Yes, all nodes are members
        ha-manager status       # quorum OK, no service in error, recovery or fence
        ```

        On pve2:

        ```
        ha-manager set vm:103 --state stopped   # it is down while pve2 is
        ha-manager crm-command node-maintenance enable pve2
        ha-manager status       # until no started service is left on pve2
        ```

        Maintain it; for updates:

        ```
        apt-get update
        apt-get dist-upgrade
        reboot
        ```

        After, on pve2:

        ```
        pvecm status            # pve2 is a member again
        ha-manager crm-command node-maintenance disable pve2
        ha-manager status       # until its services are back and started
        ha-manager set vm:103 --state started
        ```
        """);
  }

  @Test
  void ceph_is_told_not_to_heal_and_has_to_be_healthy_again() {
    var plan = DrainPlanTest.lab(3, c -> {
      c.ceph(s -> s.monitorsOn(List.of(PVE1)));
      c.node("pve9", n -> n.osds("/dev/sdb"));
    });

    assertThat(MaintenanceRunbook.of(plan).text()).contains("""
        Before, on any node:

        ```
        pvecm status            # Quorate: Yes, all nodes are members
        ceph health             # HEALTH_OK
        ceph osd set noout
        ```

        Maintain it; for updates:

        ```
        apt-get update
        apt-get dist-upgrade
        reboot
        ```

        After, on pve9:

        ```
        pvecm status            # pve9 is a member again
        ceph osd tree           # all OSDs of pve9 are up
        ceph osd unset noout
        ceph health             # until HEALTH_OK
        ```
        """);
  }

  @Test
  void what_stops_while_a_node_is_off_is_told_and_asks_for_a_downtime() {
    assertThat(MaintenanceRunbook.of(DrainPlanTest.ceph(3, 2, 2)).text())
        .contains(
            "| 1 | pve3 | 0 | 0B | 0 s | 2 of 3, needed 2 | no |",
            """
            ## 1. pve3

            - While it is off, pool vms stops, because 1 of 2 copies may be left of some objects and \
            2 are needed.
            - While it is off, guests 101 (vm101), 102 (vm102) hang, because storage vms does not \
            answer.
            - If meanwhile pve1 fails: no quorum.
            - If meanwhile pve2 fails: no quorum.
            """,
            "Maintain it, in a downtime that is agreed with all who use what stops; for updates:");
    assertThat(MaintenanceRunbook.of(DrainPlanTest.ceph(5, 3, 2)).text())
        .contains(
            "- While it is off: Ceph has vms 2 of 3 copies, 2 needed.\n- If meanwhile pve1 fails:"
                + " Ceph pools that stop: vms; without their storage: 102.\n")
        .doesNotContain("downtime");
  }

  @Test
  void orders_come_before_maintenance_mode_which_is_withheld_where_memory_lacks() {
    var plan = ResolvedPlan.of(DrainPlanTest.crowded(h -> {}));
    var drain = DrainPlan.of(plan, "pve1");
    var full = new DrainPlan(
        "pve1",
        List.of(),
        List.of(),
        List.of(new FullNode("pve2", gib(72), gib(64))),
        drain.off(),
        2,
        2,
        List.of(),
        4,
        drain.rate(),
        drain.time(),
        List.of());

    assertThat(new MaintenanceText(plan).of(List.of(drain)))
        .contains("| 1 | 101 vm101 | pve1 | pve3 | live, by HA on order | 50GiB |", """
            On pve1:

            ```
            ha-manager migrate vm:101 pve3
            ha-manager status       # until these are started where they were ordered to
            ha-manager crm-command node-maintenance enable pve1
            ha-manager status       # until no started service is left on pve1
            ```
            """, """
            Bring back what HA does not:

            ```
            ha-manager migrate vm:101 pve1   # on pve3
            ```
            """);
    assertThat(new MaintenanceText(plan).of(List.of(full))).contains("""
            - Once it is empty, pve2 needs 72GiB of 64GiB of memory.
            """, """
            # Not before there is memory: pve2 needs 72GiB of 64GiB
            # ha-manager crm-command node-maintenance enable pve1
            """);
  }

  @Test
  void guests_that_must_run_are_marked_where_they_are_stopped() {
    var runbook = MaintenanceRunbook.of(DrainPlanTest.lab(3, c -> {
      var nas = StorageRef.named("nas");
      var bound =
          c.vm(103, "vm103", v -> v.node(PVE1).memory(gib(4)).disk(nas, gib(8)).mustRun());
      c.ha(h -> h.resources(bound)
          .nodeAffinity("home", a -> a.resources(bound).nodes(PVE1).strict()));
    }));

    assertThat(runbook.text())
        .contains("- 103 vm103 (must run) can not leave it: ")
        .contains(
            "ha-manager set vm:103 --state stopped   # it is down while pve1 is (must run)\n");
  }

  @Test
  void times_are_in_words() {
    assertThat(MaintenanceText.words(Duration.ofSeconds(119))).isEqualTo("119 s");
    assertThat(MaintenanceText.words(Duration.ofSeconds(121))).isEqualTo("3 min");
    assertThat(MaintenanceText.words(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
  }
}
