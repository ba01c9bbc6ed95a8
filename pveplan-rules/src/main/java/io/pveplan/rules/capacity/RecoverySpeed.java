package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.RuleParameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * How fast the OSDs of a class that are left can take data.
 *
 * @param bytesPerSecond what their disks write, or their networks carry if that is known and less
 * @param limitedBy which of both it is
 * @param unknown the networks whose speed the plan does not tell
 */
record RecoverySpeed(double bytesPerSecond, String limitedBy, List<String> unknown) {

  static RecoverySpeed without(
      String lost,
      ClassCapacity each,
      ResolvedPlan plan,
      ToIntFunction<RuleParameter<Integer>> rate) {
    double disks = 0;
    Set<String> nodes = new LinkedHashSet<>();
    for (PlacedOsd osd : each.osds()) {
      String node = osd.node().name();
      if (!node.equals(lost)) {
        nodes.add(node);
        disks += 1e6 * rate.applyAsInt(rate(osd)) / osd.osd().osdsPerDevice().orElse(1);
      }
    }
    double links = 0;
    List<String> unknown = new ArrayList<>();
    for (String node : nodes) {
      Optional<DataRate> speed = speed(node, plan);
      links += speed.map(it -> it.bitsPerSecond() / 8.0).orElse(0.0);
      if (speed.isEmpty()) {
        unknown.add("speed of the network of the OSDs of " + node);
      }
    }
    boolean byDisks = !unknown.isEmpty() || disks <= links;
    return new RecoverySpeed(byDisks ? disks : links, byDisks ? "disks" : "network", unknown);
  }

  // The network between OSDs is the last one.
  private static Optional<DataRate> speed(String node, ResolvedPlan plan) {
    List<String> networks = plan.cephNetworks(node);
    return networks.isEmpty()
        ? Optional.empty()
        : plan.paths().path(node, networks.get(networks.size() - 1)).flatMap(NetworkPath::speed);
  }

  private static RuleParameter<Integer> rate(PlacedOsd osd) {
    Optional<DiskKind> kind = osd.node().hardware().map(Hardware::disks).orElse(List.of()).stream()
        .filter(disk -> disk.device().equals(osd.osd().device()))
        .map(Disk::diskKind)
        .findFirst();
    if (kind.isPresent() && kind.get() == DiskKind.HDD) {
      return RecoveryTooLong.HDD_WRITE;
    }
    return kind.isPresent() && kind.get() == DiskKind.NVME
        ? RecoveryTooLong.NVME_WRITE
        : RecoveryTooLong.SSD_WRITE;
  }
}
