package io.pveplan.render.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.ErasureCode;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
            "Runs on one node with Ceph, once all OSDs are there. What is there stays as it is.")
        .step("OSDs")
        .await(osds + " OSDs to be up", PATIENCE, CephGates.osdsUp("default", osds));
    script = memory(script);
    script = locations(script);
    for (CrushRule rule : ceph.crushRules()) {
      script = script.step("CRUSH rule " + rule.name()).unless(dump(rule.name()), create(rule));
    }
    for (CephPool pool : ceph.pools()) {
      script = pool(script, pool);
    }
    script = script
        .step("placement groups")
        .await("all placement groups to be active and clean", PATIENCE, CephGates.allClean());
    for (CephFileSystem fs : ceph.fileSystems()) {
      script = fileSystem(script, fs);
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
            CephGates.says("ceph config get osd osd_memory_target", bytes),
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
        CephGates.says("ceph osd crush ls " + to, what),
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

  private static ShellScript pool(ShellScript script, CephPool pool) {
    Command create = Command.of("pveceph", "pool", "create")
        .arg(pool.name())
        .option("--size", pool.size())
        .option("--min_size", pool.minSize())
        .option("--crush_rule", pool.crushRule())
        .option("--erasure-coding", pool.erasureCode().map(CephPoolScript::code))
        .option("--pg_num", pool.pgNum())
        .option("--pg_num_min", pool.pgNumMin())
        .option("--pg_autoscale_mode", pool.autoscale().map(Object::toString))
        .option("--target_size", pool.targetSize().map(CephPoolScript::size))
        .option("--target_size_ratio", ratio(pool))
        .option("--application", pool.application().map(Object::toString))
        .flag("--add_storages", pool.addStorages() ? 1 : 0);
    List<String> names = pool.poolNames();
    // Of two pools the one that describes the other is made last.
    ShellScript made = script
        .step("pool " + pool.name())
        .unless(Command.of("pveceph", "pool", "get").arg(names.get(0)), create);
    OptionalInt minSize = pool.erasureCode().map(ErasureCode::minSize).orElse(OptionalInt.empty());
    if (minSize.isEmpty()) {
      return made;
    }
    // pveceph takes no more than 7 for it.
    String data = names.get(1);
    return made.unless(
        CephGates.says(
            "ceph osd pool get " + data + " min_size", "min_size: " + minSize.getAsInt()),
        Command.of("ceph", "osd", "pool", "set", data, "min_size", "" + minSize.getAsInt()));
  }

  private static String code(ErasureCode code) {
    return "k=" + code.dataChunks() + ",m=" + code.codingChunks()
        + code.deviceClass().map(name -> ",device-class=" + name).orElse("")
        + code.failureDomain().map(domain -> ",failure-domain=" + domain).orElse("");
  }

  private static Optional<String> ratio(CephPool pool) {
    return pool.targetRatio().isPresent()
        ? Optional.of(BigDecimal.valueOf(pool.targetRatio().getAsDouble())
            .stripTrailingZeros()
            .toPlainString())
        : Optional.empty();
  }

  // Bytes, or a number with K, M, G or T of 1024 each (pve-common, JSONSchema.pm, parse_size).
  private static String size(DataSize size) {
    long number = size.bytes();
    int unit = 0;
    while (unit < 4 && number > 0 && number % 1024 == 0) {
      number /= 1024;
      unit++;
    }
    return number + List.of("", "K", "M", "G", "T").get(unit);
  }

  private ShellScript fileSystem(ShellScript script, CephFileSystem fs) {
    Command create = Command.of("pveceph", "fs", "create")
        .flag("--name", fs.name())
        .option("--pg_num", fs.pgNum())
        .flag("--add-storage", fs.addStorage() ? 1 : 0);
    Command present = Command.of("ceph", "fs", "get", fs.name());
    ShellScript made = script.step("file system " + fs.name());
    // It takes a metadata server that serves no other file system; once it is there, none may be
    // left.
    made = made.unless(present, CephGates.standby(), create);
    for (String pool : List.of(fs.dataPool(), fs.metadataPool())) {
      made = rule(made, pool, fs.crushRule());
    }
    if (fs.activeServers().isPresent()) {
      String number = Integer.toString(fs.activeServers().getAsInt());
      made = made.unless(
          CephGates.says("ceph fs get " + fs.name(), "max_mds[[:space:]]+" + number),
          Command.of("ceph", "fs", "set", fs.name(), "max_mds", number));
    }
    return made.await(
        "file system " + fs.name() + " to be served", PATIENCE, CephGates.active(fs.name()));
  }

  private static ShellScript rule(ShellScript script, String pool, Optional<String> rule) {
    return rule.map(name -> script.unless(
            CephGates.says("ceph osd pool get " + pool + " crush_rule", "crush_rule: " + name),
            Command.of("ceph", "osd", "pool", "set", pool, "crush_rule", name)))
        .orElse(script);
  }
}
