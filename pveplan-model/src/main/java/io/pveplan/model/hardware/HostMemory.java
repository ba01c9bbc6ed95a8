package io.pveplan.model.hardware;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.LocalPools;
import io.pveplan.model.unit.DataSize;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memory of the nodes: what each host needs for itself, and what the guests take that start
 * their life on it.
 *
 * <pre>{@code
 * HostMemory memory = ResolvedPlan.of(plan).hostMemory();
 * memory.reserve("pve1");      // 12GiB: what the plan declares, or what the host needs
 * memory.guestsAtMost("pve1"); // 96GiB
 * }</pre>
 *
 * @since 0.1
 */
public final class HostMemory {

  /** What a monitor, manager or metadata server of Ceph is counted with; an assumption. */
  public static final DataSize CEPH_DAEMON = DataSize.gib(1);

  private static final long SYSTEM_GIB = 2;
  private static final long OSD_GIB = 8;
  private static final DataSize NOTHING = DataSize.bytes(0);
  private static final DataSize USUAL_GUEST = DataSize.mib(512);

  /** What is counted of one node. */
  private static final class Count {
    DataSize needed = NOTHING;
    DataSize reserve = NOTHING;
    int cephDaemons;
    boolean lacksCache;
    Optional<DataSize> installed = Optional.empty();
    BigInteger atMost = BigInteger.ZERO;
    BigInteger atLeast = BigInteger.ZERO;

    boolean overcommitted() {
      BigInteger all = atMost.add(BigInteger.valueOf(reserve.bytes()));
      return installed
          .filter(it -> all.compareTo(BigInteger.valueOf(it.bytes())) > 0)
          .isPresent();
    }
  }

  private final Map<String, Count> counts = new HashMap<>();

  private HostMemory(ClusterPlan plan, LocalPools pools) {
    for (Node node : plan.nodes()) {
      Count count = new Count();
      count.cephDaemons = plan.ceph().map(ceph -> daemons(ceph, node.name())).orElse(0);
      count.installed = node.hardware().flatMap(Hardware::memory);
      Optional<DataSize> cache = usesZfs(node) ? pools.arcMax(node) : Optional.of(NOTHING);
      count.lacksCache = cache.isEmpty();
      long gib = SYSTEM_GIB + OSD_GIB * node.osds().size();
      count.needed = DataSize.bytes(sum(
          BigInteger.valueOf(gib).shiftLeft(30),
          BigInteger.valueOf(CEPH_DAEMON.bytes()).multiply(BigInteger.valueOf(count.cephDaemons)),
          BigInteger.valueOf(cache.orElse(NOTHING).bytes())));
      count.reserve = node.hostReserve().orElse(count.needed);
      counts.put(node.name(), count);
    }
    for (Guest guest : plan.guests()) {
      if (!(guest instanceof Vm vm && vm.template())) {
        guest.node().flatMap(this::count).ifPresent(count -> {
          count.atMost = count.atMost.add(BigInteger.valueOf(atMost(guest).bytes()));
          count.atLeast = count.atLeast.add(BigInteger.valueOf(atLeast(guest).bytes()));
        });
      }
    }
  }

  private static int daemons(Ceph ceph, String node) {
    int daemons = ceph.monitors().contains(node) ? 1 : 0;
    daemons += ceph.managers().contains(node) ? 1 : 0;
    for (MetadataServer server : ceph.metadataServers()) {
      daemons += server.node().equals(node) ? 1 : 0;
    }
    return daemons;
  }

  private static boolean usesZfs(Node node) {
    boolean onZfs = node.hardware()
        .flatMap(Hardware::systemDisks)
        .filter(disks -> disks.filesystem() == SystemFilesystem.ZFS)
        .isPresent();
    return onZfs || !node.zfsPools().isEmpty() || node.arcMax().isPresent();
  }

  private static long sum(BigInteger... parts) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger part : parts) {
      sum = sum.add(part);
    }
    return sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  /**
   * The memory of the nodes of a plan.
   *
   * @param plan a plan whose defaults are filled in, as the resolved one's are
   * @param pools of that plan
   */
  public static HostMemory of(ClusterPlan plan, LocalPools pools) {
    return new HostMemory(plan, pools);
  }

  /** What a guest takes at most: its memory, or the 512 MiB that a guest has without. */
  public static DataSize atMost(Guest guest) {
    return guest.memory().orElse(USUAL_GUEST);
  }

  /**
   * What a guest has at all times: the balloon of a virtual machine, or all its memory when it has
   * none or does not balloon. The memory of a container is a limit that keeps nothing for it.
   */
  public static DataSize atLeast(Guest guest) {
    if (!(guest instanceof Vm vm)) {
      return NOTHING;
    }
    return vm.balloon().filter(size -> size.bytes() > 0).orElseGet(() -> atMost(vm));
  }

  /**
   * What a host needs for itself: 2 GiB, the cache of ZFS where ZFS is used, 8 GiB for each OSD, and
   * {@link #CEPH_DAEMON} for each other daemon of Ceph (pve-docs, pve-system-requirements.adoc,
   * local-zfs.adoc, pveceph.adoc). A cache of which nothing is known is not counted.
   *
   * @param node name of a node; 0 if the plan has no such node
   */
  public DataSize needed(String node) {
    return count(node).map(it -> it.needed).orElse(NOTHING);
  }

  /**
   * What is kept for a host: what the plan declares, or what it needs.
   *
   * @param node name of a node; 0 if the plan has no such node
   */
  public DataSize reserve(String node) {
    return count(node).map(it -> it.reserve).orElse(NOTHING);
  }

  /**
   * How many monitors, managers and metadata servers of Ceph a node has.
   *
   * @param node name of a node
   */
  public int cephDaemons(String node) {
    return count(node).map(it -> it.cephDaemons).orElse(0);
  }

  /**
   * What the guests take together that start their life on a node, all at their largest; templates
   * never run.
   *
   * @param node name of a node
   */
  public DataSize guestsAtMost(String node) {
    return DataSize.bytes(sum(count(node).map(it -> it.atMost).orElse(BigInteger.ZERO)));
  }

  /**
   * What these guests have together at all times.
   *
   * @param node name of a node
   */
  public DataSize guestsAtLeast(String node) {
    return DataSize.bytes(sum(count(node).map(it -> it.atLeast).orElse(BigInteger.ZERO)));
  }

  /**
   * Whether the guests of a node at their largest and its reserve together are more than its memory;
   * not known counts as enough.
   *
   * @param node name of a node
   */
  public boolean overcommitted(String node) {
    return count(node).map(Count::overcommitted).orElse(false);
  }

  /**
   * Whether a node uses ZFS and nothing tells how large its cache gets.
   *
   * @param node name of a node
   */
  public boolean lacksCache(String node) {
    return count(node).map(it -> it.lacksCache).orElse(false);
  }

  private Optional<Count> count(String node) {
    return Optional.ofNullable(counts.get(node));
  }
}
