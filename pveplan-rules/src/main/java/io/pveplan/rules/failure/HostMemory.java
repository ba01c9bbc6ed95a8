package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.unit.DataSize;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memory that nodes need: their guests at their largest, and the host itself. That is 2 GiB, the
 * cache of ZFS where it is used, 8 GiB for each OSD, and 1 GiB for each other daemon of Ceph, which
 * is an assumption (pve-docs: pve-system-requirements.adoc, local-zfs.adoc, pveceph.adoc).
 */
final class HostMemory {

  private static final long GIB = 1L << 30;

  private final ResolvedPlan plan;
  private final Map<String, Long> hosts = new HashMap<>();

  HostMemory(ResolvedPlan plan) {
    this.plan = plan;
    plan.nodes().forEach(node -> hosts.put(node.name(), host(node)));
  }

  private long host(Node node) {
    long gib = 2 + 8L * node.osds().size();
    Optional<Ceph> ceph = plan.plan().ceph();
    if (ceph.isPresent()) {
      gib += ceph.get().monitors().contains(node.name()) ? 1 : 0;
      gib += ceph.get().managers().contains(node.name()) ? 1 : 0;
      gib += ceph.get().metadataServers().stream()
          .map(MetadataServer::node)
          .filter(node.name()::equals)
          .count();
    }
    return gib * GIB + cache(node);
  }

  private long cache(Node node) {
    boolean onZfs = node.hardware()
        .flatMap(Hardware::systemDisks)
        .filter(disks -> disks.filesystem() == SystemFilesystem.ZFS)
        .isPresent();
    boolean used = onZfs || !node.zfsPools().isEmpty() || node.arcMax().isPresent();
    return used ? plan.localPools().arcMax(node).map(DataSize::bytes).orElse(0L) : 0;
  }

  /** Bytes that the host of a node needs for itself. */
  long host(String node) {
    return hosts.getOrDefault(node, 0L);
  }

  Optional<DataSize> installed(String node) {
    return plan.node(node).flatMap(Node::hardware).flatMap(Hardware::memory);
  }
}
