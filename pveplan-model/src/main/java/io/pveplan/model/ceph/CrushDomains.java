package io.pveplan.model.ceph;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The buckets of one type that hold OSDs of one device class.
 *
 * @param type type of the buckets
 * @param buckets capacity of these OSDs in bytes by name of the bucket
 * @param nodesWithout names of the nodes with such OSDs that are in no known bucket of the type
 * @since 0.1
 */
public record CrushDomains(
    FailureDomain type, SortedMap<String, Double> buckets, List<String> nodesWithout) {

  /** Number of buckets. */
  public int count() {
    return buckets.size();
  }

  /** The bucket with the largest capacity; the first by name among equals. */
  public Optional<Share> largest() {
    Optional<Share> largest = Optional.empty();
    for (var bucket : buckets.entrySet()) {
      if (largest.isEmpty() || bucket.getValue() > largest.get().raw()) {
        largest = Optional.of(new Share(bucket.getKey(), bucket.getValue()));
      }
    }
    return largest;
  }

  /**
   * A bucket and what it holds.
   *
   * @param name name of the bucket
   * @param raw capacity in bytes
   * @since 0.1
   */
  public record Share(String name, double raw) {}
}
