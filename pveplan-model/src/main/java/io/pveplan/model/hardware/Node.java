package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A physical host of the cluster.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNode.class)
@JsonDeserialize(as = ImmutableNode.class)
public interface Node extends Declared {

  /** Host name without domain; can not be changed once the node has joined. */
  String name();

  /**
   * Number that its addresses are made of, 1 to 65535, its own for as long as it exists: other nodes
   * may come, go or change places without a new address for this one.
   */
  OptionalInt number();

  /**
   * Quorum votes, 1 to 255; 1 when absent. None can not be: {@code pvecm create} refuses it, and
   * {@code pvecm add} then writes no number, for which Corosync counts 1 (pve-cluster,
   * src/PVE/API2/ClusterConfig.pm; corosync.conf(5), quorum_votes).
   */
  OptionalInt votes();

  /**
   * Release of Proxmox VE that is installed on it, {@code 9.1}; one that the target of the plan
   * allows when absent. Target 8.4 allows 8.x, target 9 allows 9.x.
   */
  Optional<String> release();

  /** What keeps its clock right; chrony when absent. */
  Optional<TimeSync> timeSync();

  /** NTP servers of this node; those of the plan when empty. */
  @Value.NaturalOrder
  SortedSet<String> timeServers();

  /**
   * Guests that are on it before the cluster is made or joined and that the plan does not declare.
   */
  @Value.NaturalOrder
  SortedSet<Vmid> existingGuests();

  /** What it is there for. */
  @Value.NaturalOrder
  SortedSet<NodeRole> roles();

  /** What it is built from. */
  Optional<Hardware> hardware();

  /**
   * NICs, bonds, bridges and VLAN interfaces. A NIC that is only a port or slave need not be
   * listed.
   */
  List<NodeInterface> interfaces();

  /** ZFS pools to be made on it. */
  List<ZfsPool> zfsPools();

  /** LVM thin pools to be made on it. */
  List<LvmThinPool> lvmThinPools();

  /**
   * Memory that ZFS keeps read data in at most (zfs_arc_max); what the installation sets when
   * absent.
   */
  Optional<DataSize> arcMax();

  /** Memory that ZFS keeps for that at least (zfs_arc_min); 1/32 of the memory when absent. */
  Optional<DataSize> arcMin();

  /**
   * Memory that is kept for the host itself and not given to guests; what {@link HostMemory#needed}
   * counts when absent. There is nothing to set.
   */
  Optional<DataSize> hostReserve();

  /** Ceph OSDs to be made on it. */
  List<Osd> osds();

  /**
   * Name that it logs in to iSCSI targets with (IQN), its own; the one that the installation of
   * open-iscsi made when absent. A target tells its initiators apart by it.
   */
  Optional<String> initiator();

  /**
   * Kernel module of the watchdog that fences it, {@code ipmi_watchdog} for example; the watchdog of
   * the kernel itself (softdog) when absent. Proxmox VE loads no other one by itself
   * (pve-ha-manager, src/watchdog-mux.c).
   */
  Optional<String> watchdogModule();

  /**
   * Debian packages to be installed besides those Proxmox VE brings. Empty means that nothing is
   * known of its packages, if the plan names none either.
   */
  @Value.NaturalOrder
  SortedSet<String> packages();

  /** The place of the node in the plan. */
  default PlanPath path() {
    return PlanPath.of("node", name());
  }

  /** The highest {@link #number}; the last host of an IPv4 network of 16 bits. */
  int HIGHEST_NUMBER = 65_535;

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Node}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableNode.Builder {
    Builder() {}

    @Override
    public Node build() {
      Node built = super.build();
      new Faults()
          .check(() -> NameFormat.NODE.require(built.name()))
          .check(
              "number",
              () -> built
                  .number()
                  .ifPresent(it -> Ranges.require("node number", it, 1, HIGHEST_NUMBER)))
          .check(
              "votes",
              () -> built
                  .votes()
                  .ifPresent(votes -> Ranges.require("number of votes", votes, 1, 255)))
          .check("arcMax", () -> built.arcMax().ifPresent(it -> requireArc(it, 64)))
          .check("arcMin", () -> built.arcMin().ifPresent(it -> requireArc(it, 32)))
          .check("release", () -> built.release().ifPresent(NameFormat.RELEASE::require))
          .each("timeServers", built.timeServers(), NameFormat.SERVER::require)
          .check("initiator", () -> built.initiator().ifPresent(NameFormat.IQN::require))
          .check(
              "watchdogModule",
              () -> built.watchdogModule().ifPresent(NameFormat.KERNEL_MODULE::require))
          .each("packages", built.packages(), NameFormat.PACKAGE::require)
          .end();
      return built;
    }

    // Below that ZFS ignores it (openzfs, module/zfs/arc.c, arc_tuning_update); 0 would stand for
    // the default.
    private static void requireArc(DataSize size, long leastMib) {
      DataSize least = DataSize.mib(leastMib);
      if (size.compareTo(least) < 0) {
        throw new InvalidValueException(
            "ZFS takes no limit of " + size + " for its cache",
            "Use " + least + " or more.",
            "LOC-018");
      }
    }
  }
}
