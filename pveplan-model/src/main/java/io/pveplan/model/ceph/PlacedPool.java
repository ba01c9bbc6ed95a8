package io.pveplan.model.ceph;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/**
 * A pool as Ceph will have it. An erasure-coded pool and a file system of the plan are two each, one
 * for the data and one for what describes it.
 *
 * @param name name of the pool
 * @param path place in the plan of what it comes from
 * @param declaredAt the line that declared that
 * @param kind what it is
 * @param copies copies, or all chunks (k + m), of an object
 * @param minCopies how many of them must be there for reading and writing
 * @param dataChunks k of an erasure-coded pool, 1 of a replicated one
 * @param rule name of its CRUSH rule
 * @param failureDomain what no two of them share
 * @param deviceClass device class of its OSDs; all OSDs when absent
 * @param pgNum number of placement groups it begins with
 * @param autoscale what the autoscaler does about that number
 * @param data what is going to lie in it without copies: what the plan says, or the disks of guests
 *     on it; nothing if neither is known
 * @since 0.1
 */
public record PlacedPool(
    String name,
    PlanPath path,
    Optional<Origin> declaredAt,
    Kind kind,
    int copies,
    int minCopies,
    int dataChunks,
    String rule,
    FailureDomain failureDomain,
    Optional<String> deviceClass,
    int pgNum,
    AutoscaleMode autoscale,
    Optional<DataSize> data) {

  /**
   * What a pool is.
   *
   * @since 0.1
   */
  public enum Kind {
    /** Whole objects, copied. */
    REPLICATED,

    /** Chunks of objects. */
    ERASURE_CODED,

    /** What describes the data of another pool; small, and copied. */
    METADATA
  }

  /** Bytes on OSDs for each byte of data: the copies, or (k + m) / k. */
  public double overhead() {
    return (double) copies / dataChunks;
  }

  /** What its data take up on OSDs, in bytes; 0 for metadata and where nothing is known. */
  public double raw() {
    return data.map(size -> size.bytes() * overhead()).orElse(0.0);
  }
}
