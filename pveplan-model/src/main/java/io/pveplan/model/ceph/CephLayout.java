package io.pveplan.model.ceph;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ceph as it will be: OSDs in their buckets, pools on them, and what they hold.
 *
 * <pre>{@code
 * CephLayout ceph = ResolvedPlan.of(plan).cephLayout();
 * ceph.domains(FailureDomain.RACK, Optional.of("nvme")).count(); // racks with NVMe OSDs
 * ceph.classes().get(0).ratio();                                 // 0.42
 * }</pre>
 *
 * @since 0.1
 */
public final class CephLayout {

  /** Stands for the class of OSDs of which neither plan nor disk tells one. */
  public static final String UNKNOWN_CLASS = "unknown";

  private final List<PlacedOsd> osds;
  private final SortedMap<String, List<PlacedOsd>> byClass = new TreeMap<>();
  private final List<PlacedPool> pools;
  private final List<ClassCapacity> classes;
  private final Map<String, CrushDomains> domains = new HashMap<>();
  private final boolean located;

  private CephLayout(ClusterPlan plan) {
    this.osds = osds(plan);
    this.pools = plan.ceph().map(ceph -> CephPools.of(ceph, plan)).orElse(List.of());
    for (PlacedOsd osd : osds) {
      byClass
          .computeIfAbsent(osd.deviceClass().orElse(UNKNOWN_CLASS), key -> new ArrayList<>())
          .add(osd);
    }
    this.located = plan.ceph().map(Ceph::locations).orElse(false)
        || plan.ceph().map(Ceph::crushRules).orElse(List.of()).stream()
            .anyMatch(rule -> isLocation(rule.failureDomain()))
        || pools.stream().anyMatch(pool -> isLocation(pool.failureDomain()));
    this.classes = capacities();
    for (FailureDomain type : FailureDomain.values()) {
      domains.put(key(type, Optional.empty()), count(type, osds));
      byClass.forEach((name, its) -> domains.put(key(type, Optional.of(name)), count(type, its)));
    }
  }

  /** The layout of a plan whose defaults are filled in, as the resolved one's are. */
  public static CephLayout of(ClusterPlan plan) {
    return new CephLayout(plan);
  }

  /** The OSDs in the order of the plan. */
  public List<PlacedOsd> osds() {
    return osds;
  }

  /** The pools in the order of the plan, those that others bring along included. */
  public List<PlacedPool> pools() {
    return pools;
  }

  /** The device classes by name, with what they hold. */
  public List<ClassCapacity> classes() {
    return classes;
  }

  /**
   * Whether nodes are placed in racks and rooms: some pool or rule asks for it, or the plan does.
   */
  public boolean located() {
    return located;
  }

  /**
   * The buckets of a type that hold OSDs.
   *
   * @param type type of the buckets
   * @param deviceClass class of the OSDs; all OSDs when empty
   */
  public CrushDomains domains(FailureDomain type, Optional<String> deviceClass) {
    return domains.getOrDefault(
        key(type, deviceClass), new CrushDomains(type, new TreeMap<>(), List.of()));
  }

  /** The buckets that the copies of a pool are spread over. */
  public CrushDomains domains(PlacedPool pool) {
    return domains(pool.failureDomain(), pool.deviceClass());
  }

  /**
   * What data of a pool fit at nearfull if it had a device class for itself. Each bucket takes one
   * copy or chunk of an object at most, so that a bucket much larger than the others is not filled.
   *
   * @param each the class
   * @param pool one of its pools
   * @param lost type of a bucket that is lost, the largest of the class; nothing is lost when empty
   * @return in bytes without copies; nothing if fewer buckets than copies are left, where nothing is
   *     made anew
   */
  public OptionalDouble usable(ClassCapacity each, PlacedPool pool, Optional<FailureDomain> lost) {
    Optional<String> gone = lost.flatMap(
            type -> domains(type, Optional.of(each.deviceClass())).largest())
        .map(CrushDomains.Share::name);
    List<PlacedOsd> left = each.osds().stream()
        .filter(osd -> gone.isEmpty() || !osd.bucket(lost.get()).equals(gone))
        .toList();
    List<Double> buckets = count(pool.failureDomain(), left).buckets().values().stream()
        .sorted(Comparator.reverseOrder())
        .toList();
    if (buckets.size() < pool.copies()) {
      return OptionalDouble.empty();
    }
    double rest = buckets.stream().mapToDouble(Double::doubleValue).sum();
    double most = Double.MAX_VALUE;
    for (int larger = 0; larger < pool.copies(); larger++) {
      most = Math.min(most, rest / (pool.copies() - larger));
      rest -= buckets.get(larger);
    }
    return OptionalDouble.of(most * pool.dataChunks() * ClassCapacity.NEARFULL);
  }

  private static String key(FailureDomain type, Optional<String> deviceClass) {
    return type.text() + deviceClass.map(name -> " " + name).orElse("");
  }

  private static boolean isLocation(FailureDomain domain) {
    return domain == FailureDomain.RACK || domain == FailureDomain.ROOM;
  }

  private static List<PlacedOsd> osds(ClusterPlan plan) {
    Map<String, String> rooms = new HashMap<>();
    for (Rack rack : plan.racks()) {
      rack.room().ifPresent(room -> rooms.put(rack.name(), room));
    }
    List<PlacedOsd> placed = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (node.osds().isEmpty()) {
        continue;
      }
      Optional<String> rack = node.hardware().flatMap(Hardware::rack);
      Map<String, DataSize> sizes = sizes(node);
      for (Osd osd : node.osds()) {
        int perDevice = osd.osdsPerDevice().orElse(1);
        Optional<DataSize> capacity = Optional.ofNullable(sizes.get(osd.device()))
            .map(size -> DataSize.bytes(size.bytes() / perDevice));
        for (int i = 0; i < perDevice; i++) {
          placed.add(new PlacedOsd(placed.size(), node, osd, capacity, rack, rack.map(rooms::get)));
        }
      }
    }
    return List.copyOf(placed);
  }

  private static Map<String, DataSize> sizes(Node node) {
    Map<String, DataSize> sizes = new HashMap<>();
    for (Disk disk : node.hardware().map(Hardware::disks).orElse(List.of())) {
      sizes.put(disk.device(), disk.size());
    }
    return sizes;
  }

  private static CrushDomains count(FailureDomain type, List<PlacedOsd> osds) {
    SortedMap<String, Double> buckets = new TreeMap<>();
    Set<String> without = new LinkedHashSet<>();
    for (PlacedOsd osd : osds) {
      osd.bucket(type)
          .ifPresentOrElse(
              bucket -> buckets.merge(bucket, raw(osd), Double::sum),
              () -> without.add(osd.node().name()));
    }
    return new CrushDomains(type, buckets, List.copyOf(without));
  }

  private static double raw(PlacedOsd osd) {
    return osd.capacity().map(size -> (double) size.bytes()).orElse(0.0);
  }

  private static Optional<String> unsized(PlacedOsd osd) {
    return osd.capacity().isPresent()
        ? Optional.empty()
        : Optional.of("size of " + osd.osd().device() + " of " + osd.node().name());
  }

  private List<ClassCapacity> capacities() {
    double all = osds.stream().mapToDouble(CephLayout::raw).sum();
    List<ClassCapacity> found = new ArrayList<>();
    byClass.forEach((name, its) -> {
      double raw = its.stream().mapToDouble(CephLayout::raw).sum();
      List<PlacedPool> here = pools.stream()
          .filter(pool -> pool.deviceClass().map(name::equals).orElse(true))
          .toList();
      double used = 0;
      Set<String> unknown = new LinkedHashSet<>();
      its.stream().flatMap(osd -> unsized(osd).stream()).forEach(unknown::add);
      List<String> elsewhere = osds.stream()
          .filter(osd -> !osd.deviceClass().orElse(UNKNOWN_CLASS).equals(name))
          .flatMap(osd -> unsized(osd).stream())
          .toList();
      for (PlacedPool pool : here) {
        boolean whole = pool.deviceClass().isPresent() || byClass.size() == 1;
        if (!whole && pool.raw() > 0) {
          unknown.addAll(elsewhere);
        }
        used += pool.raw() * (whole ? 1 : all > 0 && elsewhere.isEmpty() ? raw / all : 0);
        if (pool.data().isEmpty() && pool.kind() != PlacedPool.Kind.METADATA) {
          unknown.add("planned data of " + pool.path());
        }
      }
      found.add(new ClassCapacity(name, its, raw, used, here, List.copyOf(unknown)));
    });
    return List.copyOf(found);
  }
}
