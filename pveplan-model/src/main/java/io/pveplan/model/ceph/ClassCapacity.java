package io.pveplan.model.ceph;

import io.pveplan.model.PlanPath;
import java.util.List;

/**
 * What the OSDs of one device class hold and are going to hold.
 *
 * <p>Data of pools without a device class is spread over all classes by their capacity; while the
 * size of an OSD of another class is unknown, no part of them is known to be here.
 *
 * @param deviceClass the class; {@code unknown} where neither plan nor disks tell it
 * @param osds its OSDs
 * @param raw capacity in bytes; too little unless {@link #sized()}
 * @param used what the data of all pools take up of it in bytes at least, copies and code included
 * @param pools pools that lie on it, metadata included
 * @param unknown what the plan does not tell: sizes of disks, data of pools
 * @since 0.1
 */
public record ClassCapacity(
    String deviceClass,
    List<PlacedOsd> osds,
    double raw,
    double used,
    List<PlacedPool> pools,
    List<String> unknown) {

  /**
   * Part of the capacity at which Ceph warns and the plan has to stop (ceph,
   * doc/rados/configuration/mon-config-ref.rst, mon_osd_nearfull_ratio).
   */
  public static final double NEARFULL = 0.85;

  /** Part at which nothing is moved to an OSD any more (mon_osd_backfillfull_ratio). */
  public static final double BACKFILLFULL = 0.90;

  /** Part at which nothing can be written (mon_osd_full_ratio). */
  public static final double FULL = 0.95;

  /** The place of it in the plan. */
  public PlanPath path() {
    return PlanPath.of("ceph", "class", deviceClass);
  }

  /** Whether the size of each of its OSDs is known; without that there is no ratio to judge. */
  public boolean sized() {
    return osds.stream().allMatch(osd -> osd.capacity().isPresent());
  }

  /** Part of the capacity that is used; 0 without capacity. */
  public double ratio() {
    return ratioWithout(0);
  }

  /**
   * Part of the capacity that is used once some of it is lost and all data is whole again.
   *
   * @param lost in bytes
   * @return 1 if nothing is left
   */
  public double ratioWithout(double lost) {
    if (raw <= lost) {
      return used > 0 ? 1 : 0;
    }
    return used / (raw - lost);
  }
}
