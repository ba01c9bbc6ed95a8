package io.pveplan.model.storage;

import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Paths;
import io.pveplan.model.network.SharedPart;
import io.pveplan.model.network.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ways from a node to an iSCSI target, or to a LUN that several targets offer: the portals in a
 * subnet of the node, and what lies between. Portals given by name, and those behind a router, are on
 * none of them.
 *
 * <pre>{@code
 * IscsiPaths paths = resolved.iscsiPaths("pve1", new LunId("san", 1));
 * paths.all();          // [172.30.20.50 over eno1 > sw1 port 4, 172.30.21.50 over eno2 > sw2 port 4]
 * paths.mostDistinct(); // these two; sharing nothing
 * }</pre>
 *
 * @since 0.1
 */
public final class IscsiPaths {

  /**
   * Two paths that stand in for each other.
   *
   * @param one a path
   * @param other another one
   * @param shared what takes both down, the nearest to the node first
   * @since 0.1
   */
  public record Pair(IscsiPath one, IscsiPath other, List<SharedPart> shared) {

    /** Copies the list. */
    public Pair {
      shared = List.copyOf(shared);
    }

    /** Whether they have nothing in common, and all their cables are in the plan. */
    public boolean distinct() {
      return shared.isEmpty() && one.uncabled(other).isEmpty();
    }
  }

  private final List<IscsiPath> all;
  private final SortedSet<IpAddress> portals;
  private final SortedSet<String> interfaces;
  private final SortedSet<String> nics;

  private IscsiPaths(List<IscsiPath> paths) {
    this.all = List.copyOf(paths);
    SortedSet<IpAddress> ends = new TreeSet<>();
    SortedSet<String> starts = new TreeSet<>();
    SortedSet<String> cards = new TreeSet<>();
    for (IscsiPath path : paths) {
      path.portal().address().ifPresent(ends::add);
      starts.add(path.way().interfaceName());
      cards.addAll(path.way().nics());
    }
    this.portals = Collections.unmodifiableSortedSet(ends);
    this.interfaces = Collections.unmodifiableSortedSet(starts);
    this.nics = Collections.unmodifiableSortedSet(cards);
  }

  /**
   * The ways from a node to the portals of some targets.
   *
   * @param node name of the node
   * @param targets the targets; more than one where they offer the same LUN
   * @param topology the interfaces of the nodes
   * @param paths the ways from there on
   */
  public static IscsiPaths of(
      String node, List<IscsiStorage> targets, Topology topology, Paths paths) {
    List<IscsiPath> found = new ArrayList<>();
    for (NodeInterface each : topology.interfaces(node)) {
      if (!topology.physicalNics(node, each.name()).isEmpty()) {
        for (IscsiStorage target : targets) {
          target
              .portals()
              .forEach(portal -> path(node, each, target, portal, paths).ifPresent(found::add));
        }
      }
    }
    return new IscsiPaths(found);
  }

  private static Optional<IscsiPath> path(
      String node, NodeInterface each, IscsiStorage target, Portal portal, Paths paths) {
    return portal
        .address()
        .flatMap(address -> each.addresses().stream()
            .filter(own -> own.address().subnet().contains(address))
            .findFirst()
            .flatMap(own -> paths
                .over(node, each.name())
                .map(way -> new IscsiPath(
                    target.id(), portal, own.address().subnet(), own.network(), way))));
  }

  /** All paths, in the order of the interfaces of the node and the portals of the targets. */
  public List<IscsiPath> all() {
    return all;
  }

  /** Addresses of the portals that the node reaches over a physical NIC. */
  public SortedSet<IpAddress> portals() {
    return portals;
  }

  /** Names of the interfaces in whose subnets they lie. */
  public SortedSet<String> interfaces() {
    return interfaces;
  }

  /** Names of the physical NICs below these interfaces. */
  public SortedSet<String> nics() {
    return nics;
  }

  /** How many ways have a portal and a physical NIC of their own. */
  public int count() {
    return Math.min(portals.size(), nics.size());
  }

  /**
   * The two paths to different portals that have least in common; of equal pairs one whose cables
   * are all in the plan, then the first. There is none with fewer than two portals.
   */
  public Optional<Pair> mostDistinct() {
    Optional<Pair> best = Optional.empty();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        IscsiPath one = all.get(i);
        IscsiPath other = all.get(j);
        if (!one.portal().address().equals(other.portal().address())) {
          Pair pair = new Pair(one, other, one.sharedWith(other));
          if (best.filter(it -> rank(it) <= rank(pair)).isEmpty()) {
            best = Optional.of(pair);
          }
        }
      }
    }
    return best;
  }

  private static int rank(Pair pair) {
    return 2 * pair.shared().size() + (pair.one().uncabled(pair.other()).isEmpty() ? 0 : 1);
  }
}
