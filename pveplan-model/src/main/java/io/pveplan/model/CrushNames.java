package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of nodes, racks and rooms with OSDs, which are names of buckets in CRUSH: it has one
 * namespace for buckets of all types (ceph, src/crush/CrushWrapper.h, name_map).
 */
final class CrushNames {

  private static final String ROOT = "default";

  private final Problems found;
  private final Map<String, String> users = new HashMap<>();

  private CrushNames(Problems found) {
    this.found = found;
    users.put(ROOT, "the root that Ceph makes");
  }

  static void check(ClusterPlan plan, Ceph ceph, Problems found) {
    if (located(ceph)) {
      new CrushNames(found).check(plan);
    }
  }

  private void check(ClusterPlan plan) {
    Map<String, Node> racks = new LinkedHashMap<>();
    for (Node node : plan.nodes()) {
      if (!node.osds().isEmpty()) {
        take(node.path(), node, "node", node.name());
        node.hardware().flatMap(Hardware::rack).ifPresent(rack -> racks.putIfAbsent(rack, node));
      }
    }
    Map<String, Rack> declared = new HashMap<>();
    plan.racks().forEach(rack -> declared.putIfAbsent(rack.name(), rack));
    Map<String, Rack> rooms = new LinkedHashMap<>();
    racks.forEach((name, node) -> {
      Optional<Rack> rack = Optional.ofNullable(declared.get(name));
      rack.ifPresentOrElse(
          it -> take(it.path(), it, "rack", name), () -> take(node.path(), node, "rack", name));
      rack.flatMap(Rack::room).ifPresent(room -> rooms.putIfAbsent(room, rack.get()));
    });
    rooms.forEach((name, rack) -> take(rack.path(), rack, "room", name));
  }

  private void take(PlanPath at, Declared by, String type, String name) {
    String other = users.putIfAbsent(name, type + "/" + name);
    if (other != null && !other.equals(type + "/" + name)) {
      found.add(
          at,
          by,
          type + " " + name + " can not be a bucket in CRUSH: " + other + " has this name there",
          "Name nodes, racks and rooms with OSDs differently, and none of them " + ROOT + ".",
          "");
    }
  }

  // CRUSH knows of racks and rooms where a pool or rule asks for them, or the plan does.
  private static boolean located(Ceph ceph) {
    return ceph.locations()
        || Stream.concat(
                ceph.crushRules().stream().map(CrushRule::failureDomain),
                ceph.pools().stream()
                    .map(CephPool::erasureCode)
                    .flatMap(Optional::stream)
                    .flatMap(code -> code.failureDomain().stream()))
            .anyMatch(it -> it == FailureDomain.RACK || it == FailureDomain.ROOM);
  }
}
