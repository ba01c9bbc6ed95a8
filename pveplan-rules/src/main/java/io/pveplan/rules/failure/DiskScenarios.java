package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.storage.ZfsPool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The scenarios of disks: each by itself, and as many as a pool does not live without. */
final class DiskScenarios {

  private final ResolvedPlan plan;
  private final List<Scenario> found;
  private final Limits limits;

  DiskScenarios(ResolvedPlan plan, List<Scenario> found, Limits limits) {
    this.plan = plan;
    this.found = found;
    this.limits = limits;
  }

  void add() {
    plan.nodes().forEach(this::disks);
    plan.nodes().forEach(this::pools);
    osds();
  }

  private void disks(Node node) {
    SortedSet<String> devices = new TreeSet<>();
    node.osds().forEach(osd -> {
      devices.add(osd.device());
      osd.dbDevice().ifPresent(devices::add);
      osd.walDevice().ifPresent(devices::add);
    });
    node.zfsPools().forEach(pool -> devices.addAll(pool.allDevices()));
    node.lvmThinPools().forEach(pool -> devices.addAll(pool.devices()));
    for (String device : devices) {
      NodePart disk = new NodePart(node.name(), device);
      add(ScenarioKind.DISK, disk.toString(), Failed.NOTHING.withDisks(List.of(disk)), 1);
    }
    if (node.hardware().flatMap(Hardware::systemDisks).isEmpty()) {
      limits.add("disks", "the system disks of " + node.name(), ScenarioKind.DISK);
    }
    for (String device : systemDisks(node)) {
      NodePart disk = new NodePart(node.name(), device);
      add(
          ScenarioKind.DISK,
          disk.toString(),
          Failed.NOTHING.withDisks(List.of(disk)).withNodes(List.of(node.name())),
          1);
    }
  }

  // Those without which a node does not run on.
  private static List<String> systemDisks(Node node) {
    Optional<SystemDisks> system = node.hardware().flatMap(Hardware::systemDisks);
    boolean single = system
        .filter(it -> it.raid().map(SystemRaid.RAID0::equals).orElse(true))
        .filter(it -> !it.hardwareRaid().orElse(false))
        .isPresent();
    return single ? system.get().disks().stream().map(Disk::device).toList() : List.of();
  }

  private void pools(Node node) {
    for (ZfsPool pool : node.zfsPools()) {
      List<String> fewest = LocalPoolLoss.fewest(pool);
      if (fewest.size() > 1) {
        add(
            ScenarioKind.POOL,
            node.name() + " " + pool.name(),
            Failed.NOTHING.withDisks(
                fewest.stream().map(device -> new NodePart(node.name(), device)).toList()),
            fewest.size());
      }
    }
  }

  // Of each kind of pool the fewest OSDs that stop it, and the fewest that lose some of it.
  private void osds() {
    Map<String, Failed> sets = new LinkedHashMap<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (PlacedPool pool : plan.cephLayout().pools()) {
      for (int number :
          new int[] {pool.copies() - pool.minCopies() + 1, pool.copies() - pool.dataChunks() + 1}) {
        List<PlacedOsd> osds = distinct(pool, number);
        if (osds.size() == number && number > 1) {
          List<NodePart> disks = osds.stream()
              .map(osd -> new NodePart(osd.node().name(), osd.osd().device()))
              .distinct()
              .toList();
          String name = String.join("+", disks.stream().map(NodePart::toString).toList());
          sets.put(name, Failed.NOTHING.withDisks(disks));
          sizes.put(name, disks.size());
        }
      }
    }
    sets.forEach((name, failed) -> add(ScenarioKind.OSDS, name, failed, sizes.get(name)));
  }

  private List<PlacedOsd> distinct(PlacedPool pool, int number) {
    Set<String> buckets = new LinkedHashSet<>();
    Collection<NodePart> devices = new LinkedHashSet<>();
    List<PlacedOsd> osds = new ArrayList<>();
    for (PlacedOsd osd : plan.cephLayout().osds()) {
      boolean other = CephSpace.carries(osd, pool)
          && devices.add(new NodePart(osd.node().name(), osd.osd().device()))
          && osd.bucket(pool.failureDomain()).filter(buckets::add).isPresent();
      if (other && osds.size() < number) {
        osds.add(osd);
      }
    }
    return osds;
  }

  private void add(ScenarioKind kind, String name, Failed failed, int independent) {
    found.add(new Scenario(kind, name, failed, independent));
  }
}
