package io.pveplan.rules.failure.report;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.GoldenFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalReportTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "survival");
  private static final StorageRef NAS = StorageRef.named("nas");
  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");
  private static final NodeRef PVE3 = NodeRef.named("pve3");

  private static Consumer<VmSpec> machine(NodeRef node, int gib) {
    return v -> v.node(node).memory(gib(gib)).disk(NAS, gib(8));
  }

  /** Guests that are restarted, tied to a node, too large, replicated, and without HA. */
  private static ClusterPlan office() {
    return cluster("office", c -> {
      c.mustSurvive(1, NODE).mustSurvive(1, STORAGE_SERVER).mustSurvive(1, SWITCH);
      c.nodes(
          List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> n.hardware(h -> h.memory(gib(32))));
      c.storageServer("filer", s -> s.addresses("10.0.0.5"));
      c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var web = c.vm(101, "web", machine(PVE1, 30));
      var tied = c.vm(102, "tied", machine(PVE2, 4));
      var db =
          c.vm(103, "db", v -> v.node(PVE3).memory(gib(4)).disk(tank, gib(8)).mustRun());
      c.vm(104, "build", machine(PVE2, 16));
      c.replicate(db, PVE1, s -> s.schedule("*/30")).replicate(db, PVE2, s -> {});
      c.ha(h -> h.resources(web, tied, db)
          .nodeAffinity("tied", a -> a.resources(tied).nodes(PVE2).strict()));
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "survival.txt",
        "survival.json",
        "survival.csv",
        "survival-guests.txt",
        "survival-guests.csv"
      })
  void each_form_is_as_it_was_read(String file) {
    SurvivalReport report = SurvivalReport.of(office());

    GoldenFile.at(GOLDEN.resolve(file)).assertIs(report.files().get(file));
  }

  @Test
  void the_forms_are_the_files() {
    SurvivalReport report = SurvivalReport.of(ResolvedPlan.of(office()));

    assertThat(report.files().values())
        .containsExactly(
            report.toText(),
            report.toJson(),
            report.toCsv(),
            report.guestsToText(),
            report.guestsToCsv());
  }

  @Test
  void memory_that_does_not_suffice_is_a_weak_point() {
    var tight = cluster("tight", c -> {
      c.mustSurvive(1, NODE);
      c.nodes(
          List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> n.hardware(h -> h.memory(gib(64))));
      c.ha(h -> h.resources(
          c.vm(101, "one", v -> v.node(PVE1).memory(gib(40))),
          c.vm(102, "two", v -> v.node(PVE2).memory(gib(40))),
          c.vm(103, "three", v -> v.node(PVE3).memory(gib(40)))));
    });

    assertThat(SurvivalReport.of(tight).toText())
        .contains("\nWeakest point: node pve1 fails: pve2 needs at least 82GiB of memory and has"
            + " 64GiB\n  HA restarts guest 101 (one) within 3min 50s\n")
        .contains("\n  node pve1 fails: memory does not suffice\n");
  }

  @Test
  void pools_that_stop_are_a_weak_point_without_guests_too() {
    var thin = cluster("thin", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      var nodes = c.nodes(
          List.of(1, 2, 3),
          it -> "pve" + it,
          (n, it) -> n.nic("eno1", lan.host(it)).osds("/dev/sda"));
      c.ceph(s -> s.publicNetwork(lan).monitorsOn(nodes));
      c.cephPool("vms", p -> p.size(2).minSize(2));
    });

    assertThat(SurvivalReport.of(thin).weakestPoint())
        .isEqualTo("Weakest point: node pve1 fails: pool vms stops, because 1 of 2 copies may be"
            + " left of some objects and 2 are needed");
    assertThat(SurvivalReport.of(thin).toText()).contains("node pve1 fails: storage stops\n");
  }

  @Test
  void a_container_that_ha_moves_does_not_run_meanwhile() {
    var mixed = cluster("mixed", c -> {
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
      c.storage(
          nfs("nas", "10.0.0.5", "/export"),
          s -> s.content(ContentType.ROOTDIR, ContentType.VZTMPL));
      var web = c.vm(101, "web", v -> v.node(PVE1));
      var dns = c.container(
          300, "dns", containerTemplate(NAS, "debian.tar.zst"), NAS, gib(8), t -> t.node(PVE1));
      c.ha(h -> h.resources(web, dns));
    });

    assertThat(SurvivalReport.of(mixed).toText()).contains("""
              node pve1 is emptied for maintenance: goes on
                HA moves guest 101 (web) while it runs
                HA stops guest 300 (dns) and starts it elsewhere
            """);
  }

  @Test
  void sets_of_nodes_beyond_the_worst_are_told_in_numbers() {
    var six = cluster("six", c -> {
      c.nodes(List.of(1, 2, 3, 4, 5, 6), it -> "pve" + it, (n, it) -> {});
      c.vm(101, "one", v -> v.node(PVE1));
    });

    String json = SurvivalReport.of(six).toJson();

    // All pairs, and the three that take the quorum.
    assertThat(json.split("\"scenario\" : \"nodes/", -1)).hasSize(1 + 15 + 1);
    assertThat(json).contains("""
                  "scenario" : "nodes/pve5+pve6",
                  "kind" : "nodes",
                  "independentFailures" : 2,
                  "event" : "nodes pve5 and pve6 fail",
                  "outcome" : "unnoticed",
                  "quorate" : true,
                  "votes" : 4,
                  "quorum" : 4,
                  "cutOff" : [ ],
                  "fenced" : [ ],
                  "mustRunDown" : 0,
                  "guestsDown" : 0,
                  "guestsRestarted" : 0,
                  "guestsMoved" : 0,
                  "losesData" : false,
                  "losesLastWrites" : false,
                  "effects" : [ ]
            """.strip());
  }

  @Test
  void a_single_node_is_the_weakest_point_and_without_nodes_there_is_none() {
    var alone = cluster("alone", c -> c.node("pve1", n -> {}));

    assertThat(SurvivalReport.of(alone).weakestPoint())
        .isEqualTo("Weakest point: node pve1 fails: 0 of 1 votes are left and 1 is needed, so"
            + " nothing can be started or changed");
    assertThat(SurvivalReport.of(cluster("empty", c -> {})).weakestPoint())
        .isEqualTo("Weakest point: none; all that is computed is survived");
  }
}
