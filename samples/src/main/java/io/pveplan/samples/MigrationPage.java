package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.StorageRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.Migratability;
import io.pveplan.rules.migration.MigratabilityReport;
import io.pveplan.rules.migration.MoveRefusedException;
import io.pveplan.rules.migration.Moves;
import java.util.List;

/** The plan that docs/migration.md shows; a test compares it with the page. */
final class MigrationPage {

  private static final StorageRef NAS = StorageRef.named("nas");
  private static final StorageRef TANK = StorageRef.named("tank");

  private MigrationPage() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      c.target(PVE_9);
      var lan = c.network("lan", "10.0.0.0/24", net -> net.carries(MANAGEMENT, STORAGE, GUEST));
      var move = c.network("move", "10.0.1.0/24", net -> net.carries(MIGRATION));
      c.migration(m -> m.over(move));
      List<String> models = List.of("AMD EPYC 9124", "AMD EPYC 9124", "Intel Xeon Gold 6338");
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.hardware(
                  h -> h.memory(gib(64)).cpu(models.get(number - 1), 1, p -> p.threads(32)))
              .nic("eno1", b -> {})
              .nic("eno2", b -> b.speed(gbit(10)).addresses(move.host(10 + number)))
              .bridge("vmbr0", b -> b.over("eno1").address(lan.host(10 + number))));
      c.storage(nfs("nas", "10.0.0.5", "/export/vms"), s -> {});
      c.storage(zfs("tank", "tank"), s -> s.nodes(nodes.get(0), nodes.get(1)));
      guests(c, nodes);
    });
  }

  private static void guests(ClusterSpec c, List<NodeRef> nodes) {
    var shop = c.vm(
        200,
        "shop",
        v -> v.node(nodes.get(0))
            .cpuType("x86-64-v3")
            .memory(gib(16))
            .disk(NAS, gib(32))
            .nic("vmbr0"));
    c.vm(
        201,
        "db",
        v -> v.node(nodes.get(0))
            .cpuType("x86-64-v3")
            .memory(gib(16))
            .dirtyRate(gbit(2))
            .disk(TANK, gib(100))
            .nic("vmbr0"));
    c.migrate(shop, nodes.get(1), m -> m.online());
  }

  static List<String> ask() {
    Migratability matrix = Migratability.of(plan());
    matrix.way(Vmid.of(200), "pve2"); // LIVE
    matrix.way(Vmid.of(200), "pve3"); // OFFLINE: the CPU there is of another vendor

    return matrix.of(Vmid.of(201)).blockers("pve3").stream().map(Blocker::text).toList();
  }

  static List<String> commands() {
    Moves moves = Moves.of(plan());
    var shop = moves.move(200, "pve2");
    var db = moves.move(201, "pve2");
    var away = moves.toStorage("nas").move(201, "pve2");

    return List.of(shop.line(), db.line(), db.time().toString(), away.line());
  }

  static String refused() {
    try {
      return Moves.of(plan()).move(201, "pve3").line();
    } catch (MoveRefusedException refused) {
      return refused.getMessage();
    }
  }

  static MigratabilityReport report() {
    MigratabilityReport report = MigratabilityReport.of(plan());
    report.toText();
    report.toCsv(); // a row for each guest, a column for each node
    report.blockersToCsv(); // a row for each guest and what keeps it from nodes
    report.movesToCsv(); // a row for each planned move: its command, or what refuses it
    return report;
  }
}
