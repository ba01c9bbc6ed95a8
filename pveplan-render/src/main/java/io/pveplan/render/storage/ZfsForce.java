package io.pveplan.render.storage;

import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LocalPools;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code zpool create} refuses of a layout unless it is forced (openzfs,
 * cmd/zpool/zpool_vdev.c, get_replication). Log and cache devices are not looked at there.
 */
final class ZfsForce {

  // ZPOOL_FUZZ
  private static final long TOLERANCE = 16L << 20;

  private ZfsForce() {}

  /** Why a pool has to be forced, as a sentence; nothing where it has not to be. */
  static Optional<String> reason(LocalPools pools, Node node, ZfsPool pool) {
    if (!pool.special().isEmpty() && !alike(pool)) {
      return Optional.of(
          "The special device bears the loss of another number of disks than the rest"
              + " of the pool: that has to be forced.");
    }
    return groups(pool).anyMatch(group -> differ(pools, node, group))
        ? Optional.of("Disks that hold the same are of different sizes: that has to be forced.")
        : Optional.empty();
  }

  // A mirror goes with a mirror of as many disks, or with parity for the loss of as many.
  private static boolean alike(ZfsPool pool) {
    int special = pool.special().size();
    return switch (pool.raid()) {
      case SINGLE -> special == 1;
      case MIRROR -> special == pool.devices().size();
      case RAID10 -> special == 2;
      default -> special > 1 && special - 1 == pool.raid().parity();
    };
  }

  private static Stream<List<String>> groups(ZfsPool pool) {
    List<String> data = pool.devices();
    var groups = pool.raid() == ZfsRaid.RAID10
        ? IntStream.range(0, data.size() / 2).mapToObj(at -> data.subList(2 * at, 2 * at + 2))
        : Stream.of(data);
    return Stream.concat(groups, Stream.of(pool.special()));
  }

  private static boolean differ(LocalPools pools, Node node, List<String> devices) {
    var sizes = devices.stream()
        .flatMap(device -> pools.disk(node.name(), device).map(Disk::size).stream())
        .mapToLong(size -> size.bytes())
        .summaryStatistics();
    return sizes.getCount() > 1 && sizes.getMax() - sizes.getMin() > TOLERANCE;
  }
}
