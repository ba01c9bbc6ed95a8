package io.pveplan.render.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The script that makes rules, pools and file systems, once for the cluster. */
final class CephPoolScript {

  private static final int PATIENCE = 300;

  private final ResolvedPlan plan;
  private final Ceph ceph;
  private final CrushLocations locations;

  CephPoolScript(ResolvedPlan plan, Ceph ceph) {
    this.plan = plan;
    this.ceph = ceph;
    this.locations = CrushLocations.of(plan);
  }

  boolean isEmpty() {
    return ceph.pools().isEmpty()
        && ceph.fileSystems().isEmpty()
        && ceph.crushRules().isEmpty()
        && ceph.osdMemoryTarget().isEmpty()
        && locations.nodes().isEmpty();
  }

  List<PlanPath> covered() {
    List<PlanPath> covered = new ArrayList<>();
    ceph.osdMemoryTarget().ifPresent(target -> covered.add(ceph.path().child("osdMemoryTarget")));
    if (plan.cephLayout().located()) {
      covered.add(ceph.path().child("locations"));
    }
    ceph.crushRules().forEach(rule -> covered.add(rule.path()));
    ceph.pools().forEach(pool -> covered.add(pool.path()));
    ceph.fileSystems().forEach(fs -> covered.add(fs.path()));
    return covered;
  }

  String text() {
    int osds = plan.cephLayout().osds().size();
    ShellScript script = ShellScript.of(
            "CRUSH rules, pools and file systems of Ceph.",
            "Runs on one node with Ceph, once all OSDs are there. What is there is not made again; what",
            "is set otherwise than planned is set.")
        .define(CephGates.FUNCTIONS)
        .step("OSDs")
        .await(osds + " OSDs to be up", PATIENCE, CephGates.osdsUp(osds));
    script = memory(script);
    script = locations(script);
    for (CrushRule rule : ceph.crushRules()) {
      script = script.step("CRUSH rule " + rule.name()).unless(dump(rule.name()), create(rule));
    }
    for (CephPool pool : ceph.pools()) {
      script = CephPoolSteps.add(script, pool);
    }
    script = script
        .step("placement groups")
        .await("all placement groups to be active and clean", PATIENCE, CephGates.allClean());
    for (CephFileSystem fs : ceph.fileSystems()) {
      script = fileSystem(script, fs);
    }
    // pveceph wants a server that stands by for each new file system: so no other one takes a
    // second server before all are there.
    for (CephFileSystem fs : ceph.fileSystems()) {
      script = activeServers(script, fs);
    }
    return script.text();
  }

  private ShellScript memory(ShellScript script) {
    if (ceph.osdMemoryTarget().isEmpty()) {
      return script;
    }
    String bytes = Long.toString(ceph.osdMemoryTarget().get().bytes());
    return script
        .step("memory of an OSD")
        .unless(
            CephGates.configured("osd", "osd_memory_target", bytes),
            Command.of("ceph", "config", "set", "osd", "osd_memory_target", bytes));
  }

  private ShellScript locations(ShellScript script) {
    ShellScript placed = script;
    for (String room : locations.rooms()) {
      placed = bucket(placed, "room", room);
      placed = move(placed, room, "root", "default");
    }
    for (var rack : locations.racks().entrySet()) {
      placed = bucket(placed, "rack", rack.getKey());
      placed = rack.getValue().isPresent()
          ? move(placed, rack.getKey(), "room", rack.getValue().get())
          : move(placed, rack.getKey(), "root", "default");
    }
    for (var node : locations.nodes().entrySet()) {
      placed = move(placed.step("node " + node.getKey()), node.getKey(), "rack", node.getValue());
    }
    return placed;
  }

  private static ShellScript bucket(ShellScript script, String type, String name) {
    return script
        .step(type + " " + name)
        .unless(
            Command.of("ceph", "osd", "crush", "ls", name),
            Command.of("ceph", "osd", "crush", "add-bucket", name, type));
  }

  private static ShellScript move(ShellScript script, String what, String type, String to) {
    return script.unless(
        CephGates.holds(to, what),
        Command.of("ceph", "osd", "crush", "move", what, type + "=" + to));
  }

  private static Command dump(String rule) {
    return Command.of("ceph", "osd", "crush", "rule", "dump", rule);
  }

  private static Command create(CrushRule rule) {
    Command create = Command.of("ceph", "osd", "crush", "rule", "create-replicated")
        .arg(rule.name())
        .arg("default")
        .arg(rule.failureDomain().text());
    return rule.deviceClass().map(create::arg).orElse(create);
  }

  private static ShellScript fileSystem(ShellScript script, CephFileSystem fs) {
    Command create = Command.of("pveceph", "fs", "create")
        .flag("--name", fs.name())
        .option("--pg_num", fs.pgNum())
        .flag("--add-storage", 0);
    Command present = Command.of("ceph", "fs", "get", fs.name());
    ShellScript made = script.step("file system " + fs.name()).unless(present, create);
    for (String pool : List.of(fs.dataPool(), fs.metadataPool())) {
      made = rule(made, pool, fs.crushRule());
    }
    made = made.await(
        "file system " + fs.name() + " to be served", PATIENCE, CephGates.active(fs.name()));
    return fs.addStorage() ? made.unless(CephGates.storage(fs.name()), storage(fs)) : made;
  }

  // What pveceph adds (pve-manager, PVE/API2/Ceph/FS.pm, createfs).
  private static Command storage(CephFileSystem fs) {
    return Command.of("pvesm", "add", "cephfs")
        .arg(fs.name())
        .flag("--fs-name", fs.name())
        .flag("--content", "backup,iso,vztmpl");
  }

  private static ShellScript activeServers(ShellScript script, CephFileSystem fs) {
    if (fs.activeServers().isEmpty()) {
      return script;
    }
    int number = fs.activeServers().getAsInt();
    return script
        .step("active metadata servers of " + fs.name())
        .unless(
            CephGates.activeServers(fs.name(), number),
            Command.of("ceph", "fs", "set", fs.name(), "max_mds", Integer.toString(number)));
  }

  private static ShellScript rule(ShellScript script, String pool, Optional<String> rule) {
    return rule.map(name -> script.unless(
            CephGates.poolHas(pool, "crush_rule", name),
            Command.of("ceph", "osd", "pool", "set", pool, "crush_rule", name)))
        .orElse(script);
  }
}
