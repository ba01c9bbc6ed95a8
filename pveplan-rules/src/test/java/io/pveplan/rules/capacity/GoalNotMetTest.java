package io.pveplan.rules.capacity;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.STORAGE;
import static io.pveplan.model.cluster.FailureKind.*;
import static io.pveplan.rules.capacity.Labs.PVE1;
import static io.pveplan.rules.capacity.Labs.PVE2;
import static io.pveplan.rules.capacity.Labs.lab;
import static io.pveplan.rules.capacity.Labs.managed;
import static io.pveplan.rules.capacity.Labs.vm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.rules.ceph.CephPlans;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalNotMetTest {

  private final RuleVerifier rule = verify(new GoalNotMet());

  @Test
  void a_goal_that_votes_and_guests_keep_passes() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          managed(c, 101, PVE1, v -> {});
          vm(c, 102, PVE1, v -> {});
        }))
        .passes();
  }

  @Test
  void without_a_goal_there_is_nothing_to_keep() {
    rule.on(lab(3, c -> managed(c, 101, PVE1, v -> {}))).isNotApplicable();
  }

  @Test
  void votes_are_told_with_the_nodes_that_fail() {
    rule.on(lab(4, c -> {
          c.mustSurvive(2, NODE);
          managed(c, 101, PVE1, v -> {});
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of 2 nodes, and survives 1: when nodes"
                + " pve1 and pve2 fail, 2 of 4 votes are left and 3 are needed, so nothing can be"
                + " started or changed")
        .withRemedyContaining("Add a node or a QDevice. Or lower the goal.");
  }

  @Test
  void a_guest_that_must_run_and_is_not_under_ha_is_told() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          managed(c, 101, PVE1, v -> {});
          vm(c, 102, PVE2, v -> v.mustRun());
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of a node: when node pve2 fails, guest"
                + " 102 (vm102) stays down as long as the node, because it is not under HA")
        .withRemedyContaining("Put guest 102 (vm102) under HA. Or lower the goal.");
  }

  @Test
  void only_guests_that_must_run_count_where_some_must() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var tied = managed(c, 101, PVE1, v -> {});
          managed(c, 102, PVE1, v -> v.mustRun());
          c.ha(h -> h.nodeAffinity("tied", a -> a.resources(tied).nodes(PVE1).strict()));
        }))
        .passes();
  }

  @Test
  void a_guest_that_its_rules_leave_no_node_is_told() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var tied = managed(c, 101, PVE1, v -> {});
          c.ha(h -> h.nodeAffinity("tied", a -> a.resources(tied).nodes(PVE1).strict()));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of a node: when node pve1 fails,"
                + " guest 101 (vm101) waits for a node, because no node that is up is allowed by its"
                + " rules: rule tied (GoalNotMetTest.java:")
        .withRemedyContaining("Add nodes to rule tied. Or lower the goal.");
  }

  @Test
  void the_rules_that_leave_a_guest_no_node_are_told_with_their_lines() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var db = managed(c, 101, PVE1, v -> {});
          var app = managed(c, 102, PVE1, v -> v.mustRun());
          c.ha(h -> h.nodeAffinity("db-home", a -> a.resources(db).nodes(PVE1).strict())
              .resourceAffinity("db-app", Affinity.POSITIVE, db, app));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "no node that is up is allowed by its rules: rule db-home" + " (GoalNotMetTest.java:")
        .withMessageContaining("), rule db-app (GoalNotMetTest.java:")
        .withRemedyContaining("Add nodes to rule db-home. Or lower the goal.");
  }

  @Test
  void guests_that_find_no_node_for_being_apart_are_told_with_the_rule() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var one = managed(c, 101, PVE1, v -> {});
          var two = managed(c, 102, PVE2, v -> {});
          var three = managed(c, 103, Labs.PVE3, v -> {});
          c.ha(h -> h.resourceAffinity("apart", Affinity.NEGATIVE, one, two, three));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "no node that is up is allowed by its rules: rule apart" + " (GoalNotMetTest.java:")
        .withRemedyContaining(
            "Add nodes, or keep fewer guests apart in rule apart. Or lower the goal.");
  }

  @Test
  void a_guest_with_local_disks_is_to_be_replicated() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          managed(c, 101, PVE1, v -> v.disk(tank, gib(8)));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "when node pve1 fails, guest 101 (vm101) does not start on another node, because scsi1"
                + " lies on tank of pve1: storage tank (GoalNotMetTest.java:")
        .withRemedyContaining("Replicate guest 101 (vm101) to the nodes, or use a shared storage."
            + " Or lower the goal.");
  }

  @Test
  void sizes_of_memory_have_one_unit() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          managed(c, 101, PVE1, v -> v.memory(mib(41_100)));
          managed(c, 102, PVE2, v -> v.memory(gib(40)));
          managed(c, 103, Labs.PVE3, v -> v.memory(gib(40)));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining("pve2 needs at least 82.2GiB of memory and has 64GiB");
  }

  @Test
  void the_weakest_comes_first_and_the_others_follow() {
    rule.on(lab(3, c -> {
          c.mustSurvive(2, NODE);
          var tied = managed(c, 101, PVE1, v -> {});
          c.ha(h -> h.nodeAffinity("tied", a -> a.resources(tied).nodes(PVE1).strict()));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of 2 nodes, and survives 0: when node"
                + " pve1 fails, guest 101 (vm101) waits for a node, because no node that is up is"
                + " allowed by its rules: rule tied (GoalNotMetTest.java:")
        .withMessageContaining("). And when nodes pve1 and pve2 fail, 1 of 3 votes is left and 2"
            + " are needed, so nothing can be started or changed")
        .withRemedyContaining("Add nodes to rule tied. Add nodes. Or lower the goal.");
  }

  @Test
  void guests_that_do_not_fit_at_their_smallest_are_told() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          managed(c, 101, PVE1, v -> v.memory(gib(40)));
          managed(c, 102, PVE2, v -> v.memory(gib(40)));
          managed(c, 103, Labs.PVE3, v -> v.memory(gib(40)));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of a node: when node pve1 fails, pve2"
                + " needs at least 82GiB of memory and has 64GiB, for HA starts guest 101 (vm101) there")
        .withRemedyContaining(
            "Add memory to the nodes, or plan fewer or smaller guests. Or lower the goal.");
  }

  @Test
  void pools_that_stop_are_told() {
    rule.on(CephPlans.of(5, (c, nodes) -> {
          c.mustSurvive(2, NODE);
          c.cephPool("vms", p -> p.size(3).minSize(2));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of 2 nodes, and survives 1: when nodes"
                + " pve1 and pve2 fail, 1 of 3 Ceph monitors is left and 2 are needed, so all of Ceph"
                + " stops. And when nodes pve1 and pve4 fail, pool vms stops, because 1 of 3 copies may"
                + " be left of some objects and 2 are needed");
  }

  @Test
  void a_storage_server_that_all_hang_on_breaks_a_goal() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, STORAGE_SERVER);
          managed(c, 101, PVE1, v -> {});
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/storage-server]")
        .withMessageContaining(
            "the plan promises to survive the failure of a storage server: when storage"
                + " server filer fails, guest 101 (vm101) hangs, because storage nas does not answer: storage nas (Labs.java:")
        .withRemedyContaining("Keep the disks of guest 101 (vm101) where one failure does not take"
            + " them all. Or lower the goal.");
  }

  @Test
  void a_storage_behind_one_switch_is_to_be_reached_over_another() {
    rule.on(cluster("lab", c -> {
          c.mustSurvive(1, SWITCH);
          var sw1 = c.ethernetSwitch("sw1", s -> s.ports(24, gbit(10)));
          var sw2 = c.ethernetSwitch("sw2", s -> s.ports(24, gbit(10)));
          var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
          var lan = c.network("lan", "10.0.0.0/24", net -> net.carries(MANAGEMENT, STORAGE));
          for (int number : List.of(1, 2, 3)) {
            c.node(
                "pve" + number,
                n -> n.hardware(h -> h.memory(gib(64)))
                    .nic("eno1", ring.host(10 + number))
                    .nic("eno2", lan.host(10 + number))
                    .cable("eno1", sw1.port(number))
                    .cable("eno2", sw2.port(number)));
          }
          c.corosync(k -> k.link(0, ring, 20).link(1, lan, 10));
          c.storageServer("filer", s -> s.addresses("10.0.0.5"));
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          managed(c, 101, PVE1, v -> {});
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/switch]")
        .withMessageContaining("because storage nas does not answer: storage nas (GoalNotMetTest")
        .withRemedyContaining("Let the nodes reach nas over another switch, too. Or lower");
  }

  @Test
  void a_guest_that_must_run_and_that_ha_keeps_stopped_is_told() {
    for (HaState state : List.of(HaState.STOPPED, HaState.DISABLED)) {
      rule.on(lab(3, c -> {
            c.mustSurvive(1, NODE);
            var one = vm(c, 101, PVE1, v -> v.mustRun());
            c.ha(h -> h.resource(one, r -> r.state(state)));
          }))
          .reportsExactly("CAP-012[cluster/mustSurvive/node]")
          .withMessageContaining(
              "the plan promises to survive the failure of a node: when nothing fails, guest"
                  + " 101 (vm101) is off, because its HA state is " + state);
    }
  }

  @Test
  void a_template_that_must_run_is_told() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var golden = c.template(101, "vm101", v -> v.node(PVE1).mustRun());
          c.ha(h -> h.resources(golden));
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "when nothing fails, guest 101 (vm101) is off, because it is a template");
  }

  @Test
  void a_guest_that_does_not_start_with_everything_up_is_told_beside_what_fails_later() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          var far = c.storage(nfs("far", "10.0.0.6", "/export"), s -> s.nodes(PVE2));
          managed(c, 101, PVE1, v -> v.mustRun().disk(far, gib(8)));
          vm(c, 102, PVE1, v -> v.mustRun().disk(far, gib(8)));
          vm(c, 103, PVE2, v -> v.mustRun());
        }))
        .reportsExactly("CAP-012[cluster/mustSurvive/node]")
        .withMessageContaining(
            "the plan promises to survive the failure of a node: when nothing fails, guests"
                + " 101 (vm101), 102 (vm102) are off, because storage far of scsi1 is not on pve1:"
                + " storage far (GoalNotMetTest.java:")
        .withMessageContaining("). And when node pve1 fails,")
        .withRemedyContaining("Let the nodes reach far. ");
  }

  @Test
  void a_guest_that_must_run_on_no_node_is_undecided() {
    rule.on(lab(3, c -> {
          c.mustSurvive(1, NODE);
          c.vm(101, "one", v -> v.mustRun());
        }))
        .isUndecidedFor("node of guest 101");
  }

  @Test
  void a_goal_of_which_the_plan_tells_a_part_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.mustSurvive(1, RACK).mustSurvive(1, CIRCUIT).mustSurvive(1, SWITCH);
          c.mustSurvive(1, DISK);
          var ring = c.network("ring", "10.1.0.0/24", net -> {});
          var sw1 = c.ethernetSwitch("sw1", s -> s.ports("", 1, 8, p -> {}).rack("r1"));
          var a = c.circuit("a");
          c.node(
              "pve1",
              n -> n.hardware(h -> h.memory(gib(64))
                      .rack("r1")
                      .powerSupplies(a)
                      .systemDisks(
                          SystemFilesystem.EXT4, d -> d.disk("/dev/sda", gb(480), DiskKind.SSD)))
                  .nic("eno1", ring.host(1))
                  .cable("eno1", sw1.port(1)));
          c.node("pve2", n -> n.hardware(h -> h.memory(gib(64))).nic("eno1", ring.host(2)));
          c.node("pve3", n -> n.hardware(h -> h.memory(gib(64))).nic("eno1", ring.host(3)));
        }))
        .isUndecidedFor(
            "the rack of pve2",
            "the rack of pve3",
            "the power supplies of pve2",
            "the power supplies of pve3",
            "the power supplies of switch sw1",
            "the cables of pve2",
            "the cables of pve3",
            "the system disks of pve2",
            "the system disks of pve3");
  }

  @Test
  void a_node_without_memory_in_the_plan_leaves_a_goal_undecided() {
    rule.on(cluster("lab", c -> {
          c.mustSurvive(1, NODE);
          c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          managed(c, 101, PVE1, v -> {});
        }))
        .isUndecidedFor("memory of node pve2");
  }

  @Test
  void a_goal_of_which_the_plan_has_no_facts_is_undecided() {
    rule.on(lab(3, c -> c.mustSurvive(1, SWITCH))).isUndecidedFor("switches");
  }
}
