package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.cluster.FailureKind.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.failure.DrainPlan;
import io.pveplan.rules.failure.DrainStep;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.MaintenanceRunbook;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.report.SurvivalReport;
import java.util.List;
import java.util.function.Consumer;

/** The plan that docs/failure.md shows; a test compares it with the page. */
final class FailurePage {

  private static final StorageRef NAS = StorageRef.named("nas");

  private FailurePage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      c.target(PVE_9);
      c.mustSurvive(1, NODE).mustSurvive(1, SWITCH);
      var sw1 = c.ethernetSwitch("sw1", s -> s.ports(24, gbit(10)));
      var sw2 = c.ethernetSwitch("sw2", s -> s.ports(24, gbit(10)));
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var lan = c.network("lan", "10.0.0.0/24", net -> net.carries(MANAGEMENT, STORAGE, GUEST));
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.hardware(h -> h.memory(gib(64)).rack("rack-" + number))
              .nic("eno1", ring.host(10 + number))
              .nic("eno2", b -> {})
              .bridge("vmbr0", b -> b.over("eno2").address(lan.host(10 + number)))
              .cable("eno1", sw1.port(number))
              .cable("eno2", sw2.port(number)));
      c.corosync(k -> k.link(0, ring, 20).link(1, lan, 10));
      c.storageServer("filer", s -> s.addresses("10.0.0.5"));
      c.storage(nfs("nas", "10.0.0.5", "/export/vms"), s -> {});
      guests(c, nodes);
    });
  }

  private static void guests(ClusterSpec c, List<NodeRef> nodes) {
    var shop =
        c.vm(101, "shop", v -> v.with(machine()).node(nodes.get(0)).mustRun().rto(minutes(5)));
    var mail = c.vm(102, "mail", v -> v.with(machine()).node(nodes.get(1)).mustRun());
    c.vm(103, "build", v -> v.with(machine()).node(nodes.get(1)));
    c.ha(h -> h.resources(shop, mail));
  }

  private static Consumer<VmSpec> machine() {
    return v -> v.memory(gib(8)).disk(NAS, gib(32)).nic("vmbr0");
  }

  static String ask() {
    FailureSweep sweep = FailureSweep.of(plan());
    var survival = sweep.survival(Scenario.ofNodes(List.of("pve1")));
    survival.quorate(); // true
    survival.lost(); // none: HA restarts shop on pve3

    return sweep
        .smallest(it -> !it.lost().isEmpty())
        .map(it ->
            it.scenario() + ": " + it.lost().stream().map(GuestFate::toString).toList())
        .orElse("nothing stops a guest");
  }

  static SurvivalReport report() {
    SurvivalReport report = SurvivalReport.of(plan());
    report.weakestPoint();
    report.toText(); // each failure and what comes of it, the weakest point first
    report.toJson();
    report.toCsv(); // a row for each failure
    report.guestsToText(); // each guest and the failures that touch it
    report.guestsToCsv();
    return report;
  }

  static List<String> drain() {
    DrainPlan drain = DrainPlan.of(plan(), "pve2");
    drain.possible(); // true: no guest has to stay, and the others go on
    drain.steps(); // 102 pve2 -> pve3 live by HA, 103 pve2 -> pve1 live

    return drain.steps().stream().map(DrainStep::toString).toList();
  }

  static String runbook() {
    return MaintenanceRunbook.of(plan()).text();
  }
}
