package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.unit.DataRate;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Ceph makes anew by itself when OSDs are down, and how long that takes. */
final class CephHealing {

  // What disks write on average while Ceph recovers, in bytes a second: assumptions.
  private static final Map<DiskKind, Long> WRITES =
      Map.of(DiskKind.HDD, 150_000_000L, DiskKind.SSD, 400_000_000L, DiskKind.NVME, 1_000_000_000L);

  private final ResolvedPlan plan;
  private final CephLayout layout;
  private final CephSpace space;
  private final double[] filled;

  CephHealing(ResolvedPlan plan, CephSpace space) {
    this.plan = plan;
    this.layout = plan.cephLayout();
    this.space = space;
    this.filled = space.filled(new BitSet());
  }

  /**
   * Numbers of the OSDs that the monitors mark out. OSDs of a rack or room that is down as a whole
   * stay in, where CRUSH knows of racks, and so do all from the moment on when fewer than three
   * quarters of all are in: the one that takes it below that still goes (ceph,
   * src/mon/OSDMonitor.cc, tick and can_mark_out; src/osd/OSDMap.cc, containing_subtree_is_down).
   */
  BitSet markedOut(BitSet down) {
    BitSet out = new BitSet();
    int may = layout.osds().size() / 4 + 1;
    Set<String> standing = new HashSet<>();
    if (layout.located()) {
      for (PlacedOsd osd : layout.osds()) {
        if (!down.get(osd.number())) {
          standing.add(large(osd));
        }
      }
    }
    down.stream()
        .filter(
            number -> !layout.located() || standing.contains(large(layout.osds().get(number))))
        .limit(may)
        .forEach(out::set);
    return out;
  }

  // The smallest bucket around an OSD that is a rack or larger; the root for one without place.
  private static String large(PlacedOsd osd) {
    return osd.bucket(FailureDomain.RACK)
        .or(() -> osd.bucket(FailureDomain.ROOM))
        .orElse("");
  }

  /**
   * Time until the data of OSDs is made anew elsewhere.
   *
   * @param pools what becomes of the pools
   * @param out numbers of the OSDs
   * @param silent names of the nodes that take no part in it
   */
  Optional<Duration> rebuild(List<PoolOutcome> pools, BitSet out, Collection<String> silent) {
    if (out.isEmpty() || pools.stream().noneMatch(PoolOutcome::heals)) {
      return Optional.empty();
    }
    double bytes = out.stream()
        .mapToDouble(number -> filled[number] * CephSpace.size(layout.osds().get(number)))
        .sum();
    Set<String> takers = takers(out);
    double disks = 0;
    Map<String, Double> network = new HashMap<>();
    for (PlacedOsd osd : layout.osds()) {
      String node = osd.node().name();
      if (out.get(osd.number()) || silent.contains(node) || !takers.contains(node)) {
        continue;
      }
      Optional<Long> writes = kind(osd).map(WRITES::get);
      Optional<DataRate> speed = speed(node);
      if (writes.isEmpty() || speed.isEmpty()) {
        return Optional.empty();
      }
      disks += writes.get();
      network.put(node, speed.get().bitsPerSecond() / 8.0);
    }
    double carried = network.values().stream().mapToDouble(Double::doubleValue).sum();
    double rate = Math.min(disks, carried) * CephOutcome.RECOVERY_SHARE;
    return rate > 0 && bytes > 0
        ? Optional.of(Duration.ofSeconds((long) Math.ceil(bytes / rate)))
        : Optional.empty();
  }

  // Where there are as many nodes as copies, what a disk had goes to the other disks of its node.
  private Set<String> takers(BitSet out) {
    Set<String> all = new HashSet<>();
    layout.osds().forEach(osd -> all.add(osd.node().name()));
    boolean elsewhere = layout.pools().stream()
        .filter(pool -> pool.raw() > 0)
        .anyMatch(pool -> layout.domains(pool).count() > pool.copies()
            || pool.failureDomain() != FailureDomain.HOST);
    if (elsewhere) {
      return all;
    }
    Set<String> hit = new HashSet<>();
    out.stream().forEach(number -> hit.add(layout.osds().get(number).node().name()));
    return hit;
  }

  private Optional<DiskKind> kind(PlacedOsd osd) {
    return plan.localPools().disk(osd.node().name(), osd.osd().device()).map(Disk::diskKind);
  }

  private Optional<DataRate> speed(String node) {
    List<String> networks = plan.cephNetworks(node);
    return networks.isEmpty()
        ? Optional.empty()
        : plan.paths().path(node, networks.get(networks.size() - 1)).flatMap(NetworkPath::speed);
  }
}
