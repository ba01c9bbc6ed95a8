package io.pveplan.rules.failure;

/**
 * What becomes of a Ceph pool, judged by the placement group that is hit worst: it has a copy or
 * chunk in each bucket that is lost.
 *
 * @param pool name of the pool
 * @param copies copies, or all chunks (k + m), of an object
 * @param left how many of them are left at least
 * @param needed how many of them must be there for reading and writing (min_size)
 * @param restorable how many of them its data can be put together from: 1, or the data chunks
 * @param serves whether its data can be read and written: enough copies are left, and the monitors
 *     have a majority
 * @param heals whether lost copies can be made anew: as many buckets are left as there are copies
 * @since 0.1
 */
public record PoolOutcome(
    String pool, int copies, int left, int needed, int restorable, boolean serves, boolean heals) {

  /** Whether data are lost if what has failed does not come back. */
  public boolean dataLossPossible() {
    return left < restorable;
  }

  /** Whether some object has fewer copies than it should. */
  public boolean degraded() {
    return left < copies;
  }

  /** One line: {@code vm-disks 2 of 3 copies, 2 needed}. */
  @Override
  public String toString() {
    return pool
        + " "
        + left
        + " of "
        + copies
        + (restorable > 1 ? " chunks, " : " copies, ")
        + needed
        + " needed"
        + (serves ? "" : ": stopped")
        + (dataLossPossible() ? ", data may be lost" : "")
        + (degraded() && !heals ? ", can not heal" : "");
  }
}
