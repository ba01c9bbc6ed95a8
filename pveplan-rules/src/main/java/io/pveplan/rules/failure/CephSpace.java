package io.pveplan.rules.failure;

import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.ceph.PlacedPool;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How full OSDs are. CRUSH spreads a pool over its buckets by their capacity, and gives none of them
 * more than one copy of an object: what a small number of large buckets can not take goes to the
 * others. In a bucket it goes by the capacity of the OSDs.
 */
final class CephSpace {

  private final CephLayout layout;

  CephSpace(CephLayout layout) {
    this.layout = layout;
  }

  static boolean carries(PlacedOsd osd, PlacedPool pool) {
    return pool.deviceClass().isEmpty() || osd.deviceClass().equals(pool.deviceClass());
  }

  /**
   * Part of the fullest OSD that is used once the data of some are where CRUSH puts them then.
   *
   * @param down numbers of the OSDs that are down
   * @param out numbers of those that CRUSH leaves out
   */
  OptionalDouble fullest(BitSet down, BitSet out) {
    if (layout.osds().stream().anyMatch(osd -> osd.capacity().isEmpty())) {
      return OptionalDouble.empty();
    }
    double[] filled = filled(out);
    double most = 0;
    for (PlacedOsd osd : layout.osds()) {
      if (!down.get(osd.number())) {
        most = Math.max(most, filled[osd.number()]);
      }
    }
    return OptionalDouble.of(most);
  }

  /** The part of each OSD that is used, by its number, while CRUSH leaves some out. */
  double[] filled(BitSet out) {
    double[] filled = new double[layout.osds().size()];
    layout.pools().forEach(pool -> fill(pool, out, filled));
    return filled;
  }

  private void fill(PlacedPool pool, BitSet out, double[] filled) {
    if (pool.raw() == 0) {
      return;
    }
    Map<String, Double> sizes = new HashMap<>();
    for (PlacedOsd osd : layout.osds()) {
      if (carries(osd, pool) && !out.get(osd.number())) {
        osd.bucket(pool.failureDomain())
            .ifPresent(name -> sizes.merge(name, size(osd), Double::sum));
      }
    }
    double most = pool.raw() / pool.copies();
    double level = level(sizes, most, most * Math.min(pool.copies(), sizes.size()));
    for (PlacedOsd osd : layout.osds()) {
      if (carries(osd, pool) && !out.get(osd.number())) {
        osd.bucket(pool.failureDomain())
            .ifPresent(name -> filled[osd.number()] += Math.min(level, most / sizes.get(name)));
      }
    }
  }

  // The part up to which all buckets are filled that do not have their copy of everything already.
  private static double level(Map<String, Double> sizes, double most, double all) {
    List<Double> falling =
        sizes.values().stream().sorted(Comparator.reverseOrder()).toList();
    double rest = falling.stream().mapToDouble(Double::doubleValue).sum();
    double data = all;
    for (double size : falling) {
      if (rest <= 0 || size * data / rest <= most) {
        return rest <= 0 ? 0 : data / rest;
      }
      data -= most;
      rest -= size;
    }
    return Double.MAX_VALUE;
  }

  static double size(PlacedOsd osd) {
    return osd.capacity().map(it -> (double) it.bytes()).orElse(0.0);
  }
}
