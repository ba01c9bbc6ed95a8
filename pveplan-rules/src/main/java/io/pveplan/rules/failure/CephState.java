package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NetworkPath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** What becomes of Ceph when OSDs and monitors are gone. */
final class CephState {

  private final Ceph ceph;
  private final CephLayout layout;
  private final CephSpace space;
  private final CephHealing healing;
  private final Map<String, BitSet> byNode = new HashMap<>();
  private final Map<NodePart, BitSet> byDevice = new HashMap<>();
  private final Map<String, List<Optional<NetworkPath>>> ways = new HashMap<>();
  private final Map<String, Optional<NetworkPath>> publicWays = new HashMap<>();
  private final List<Map<String, BitSet>> buckets = new ArrayList<>();

  private CephState(ResolvedPlan plan, Ceph ceph) {
    this.ceph = ceph;
    this.layout = plan.cephLayout();
    this.space = new CephSpace(layout);
    this.healing = new CephHealing(plan, space);
    for (PlacedOsd osd : layout.osds()) {
      String node = osd.node().name();
      of(byNode, node).set(osd.number());
      of(byDevice, new NodePart(node, osd.osd().device())).set(osd.number());
      osd.osd().dbDevice().ifPresent(it -> of(byDevice, new NodePart(node, it)).set(osd.number()));
      osd.osd().walDevice().ifPresent(it -> of(byDevice, new NodePart(node, it)).set(osd.number()));
    }
    for (PlacedPool pool : layout.pools()) {
      buckets.add(buckets(pool));
    }
    for (Node node : plan.nodes()) {
      publicWays.put(node.name(), Ways.over(plan, node.name(), ceph.publicNetwork()));
      ways.put(
          node.name(),
          plan.cephNetworks(node.name()).stream()
              .map(network -> plan.paths().path(node.name(), network))
              .toList());
    }
  }

  static Optional<CephState> of(ResolvedPlan plan) {
    return plan.plan().ceph().map(ceph -> new CephState(plan, ceph));
  }

  private static <K> BitSet of(Map<K, BitSet> sets, K key) {
    return sets.computeIfAbsent(key, it -> new BitSet());
  }

  private Map<String, BitSet> buckets(PlacedPool pool) {
    Map<String, BitSet> found = new HashMap<>();
    for (PlacedOsd osd : layout.osds()) {
      if (CephSpace.carries(osd, pool)) {
        osd.bucket(pool.failureDomain()).ifPresent(name -> of(found, name).set(osd.number()));
      }
    }
    return found;
  }

  /** Whether a node has no way into the public network, so that its guests do not reach their data. */
  boolean deaf(String node, Damage damage) {
    return !damage.works(publicWays.getOrDefault(node, Optional.empty()));
  }

  /** Whether enough metadata servers are left for all file systems. */
  boolean servesFiles(Collection<String> gone) {
    long left = ceph.metadataServers().stream()
        .filter(server -> !gone.contains(server.node()))
        .count();
    int wanted =
        ceph.fileSystems().stream().mapToInt(it -> it.activeServers().orElse(1)).sum();
    return ceph.metadataServers().isEmpty() || left >= wanted;
  }

  /** Tells what daemons of Ceph did that nobody does any more. */
  void roles(Collection<String> gone, Interruptions found) {
    if (!ceph.managers().isEmpty() && gone.containsAll(ceph.managers())) {
      found.add(InterruptionKind.ROLE, "all Ceph managers", ceph.managers(), List.of());
    }
    if (!servesFiles(gone)) {
      List<String> nodes = ceph.metadataServers().stream()
          .map(MetadataServer::node)
          .filter(gone::contains)
          .toList();
      found.add(InterruptionKind.ROLE, "metadata servers of CephFS", nodes, List.of());
    }
  }

  /**
   * The outcome; empty when nothing of Ceph fails.
   *
   * @param gone names of the nodes that are down, or that Ceph does not hear any more
   */
  Optional<CephOutcome> outcome(SortedSet<String> gone, Damage damage) {
    Set<String> silent = new HashSet<>(gone);
    Set<String> withoutMonitor = new HashSet<>(gone);
    for (String node : damage.touched()) {
      if (deaf(node, damage)) {
        withoutMonitor.add(node);
      }
      if (ways.getOrDefault(node, List.of()).stream().anyMatch(way -> !damage.works(way))) {
        silent.add(node);
      }
    }
    silent.addAll(withoutMonitor);
    BitSet down = new BitSet();
    silent.forEach(node -> down.or(byNode.getOrDefault(node, new BitSet())));
    damage.failed().disks().forEach(disk -> down.or(byDevice.getOrDefault(disk, new BitSet())));
    int monitors = ceph.monitors().size();
    int left = (int)
        ceph.monitors().stream().filter(node -> !withoutMonitor.contains(node)).count();
    if (down.isEmpty() && left == monitors) {
      return Optional.empty();
    }
    boolean agree = monitors == 0 || left >= monitors / 2 + 1;
    List<PoolOutcome> pools = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i++) {
      pools.add(outcome(layout.pools().get(i), buckets.get(i), down, agree));
    }
    BitSet out = healing.markedOut(down);
    return Optional.of(new CephOutcome(
        layout.osds().size(),
        down.cardinality(),
        out.cardinality(),
        monitors,
        left,
        pools,
        space.fullest(down, out),
        agree ? healing.rebuild(pools, out, silent) : Optional.empty()));
  }

  private static PoolOutcome outcome(
      PlacedPool pool, Map<String, BitSet> buckets, BitSet down, boolean monitorsAgree) {
    int touched = 0;
    int whole = 0;
    for (BitSet bucket : buckets.values()) {
      if (bucket.intersects(down)) {
        touched++;
        BitSet rest = (BitSet) bucket.clone();
        rest.andNot(down);
        whole += rest.isEmpty() ? 1 : 0;
      }
    }
    int left = pool.copies() - Math.min(touched, pool.copies());
    return new PoolOutcome(
        pool.name(),
        pool.copies(),
        left,
        pool.minCopies(),
        pool.dataChunks(),
        monitorsAgree && left >= pool.minCopies(),
        buckets.size() - whole >= pool.copies());
  }
}
