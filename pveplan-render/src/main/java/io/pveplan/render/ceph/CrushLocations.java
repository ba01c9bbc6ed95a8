package io.pveplan.render.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedOsd;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The buckets above the nodes.
 *
 * @param rooms names of rooms
 * @param racks room of each rack, if it has a known one
 * @param nodes rack of each node with OSDs, by name
 * @param unknown names of nodes with OSDs whose rack is not known
 */
record CrushLocations(
    SortedSet<String> rooms,
    SortedMap<String, Optional<String>> racks,
    SortedMap<String, String> nodes,
    Set<String> unknown) {

  static CrushLocations of(ResolvedPlan plan) {
    CrushLocations found = new CrushLocations(
        new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new LinkedHashSet<>());
    if (plan.cephLayout().located()) {
      plan.cephLayout().osds().forEach(found::add);
    }
    return found;
  }

  private void add(PlacedOsd osd) {
    osd.rack()
        .ifPresentOrElse(
            rack -> {
              racks.put(rack, osd.room());
              nodes.put(osd.node().name(), rack);
            },
            () -> unknown.add(osd.node().name()));
    osd.room().ifPresent(rooms::add);
  }
}
