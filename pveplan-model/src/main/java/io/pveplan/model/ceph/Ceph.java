package io.pveplan.model.ceph;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The Ceph cluster on the nodes.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCeph.class)
@JsonDeserialize(as = ImmutableCeph.class)
public interface Ceph extends Declared {

  /** Release it is installed in; the one that the release of Proxmox VE comes with when absent. */
  Optional<CephRelease> release();

  /**
   * Repository it is installed from; when absent that of the packages of the nodes, and the
   * enterprise one where the plan says none of them.
   */
  Optional<CephRepository> repository();

  /** Whether clients and daemons have to prove who they are. */
  @Value.Default
  default boolean cephx() {
    return true;
  }

  /** Name of the network of monitors and clients. */
  Optional<String> publicNetwork();

  /** Name of the network between OSDs; the public one when absent. */
  Optional<String> clusterNetwork();

  /** Names of the nodes with a monitor. */
  @Value.NaturalOrder
  SortedSet<String> monitors();

  /** Addresses of monitors on nodes with several in the public network. */
  List<MonitorAddress> monitorAddresses();

  /** Names of the nodes with a manager. */
  @Value.NaturalOrder
  SortedSet<String> managers();

  /** Metadata servers. */
  List<MetadataServer> metadataServers();

  /** Memory that each OSD keeps to, 896 MiB or more; 4 GiB when absent. */
  Optional<DataSize> osdMemoryTarget();

  /** Whether nodes are placed in their racks and rooms although no pool asks for it yet. */
  @Value.Default
  default boolean locations() {
    return false;
  }

  /** CRUSH rules besides {@code replicated_rule}, which is there. */
  List<CrushRule> crushRules();

  /** Pools. */
  List<CephPool> pools();

  /** File systems. */
  List<CephFileSystem> fileSystems();

  /** Name of the CRUSH rule that Ceph makes itself: one copy on a node, any OSD. */
  String DEFAULT_RULE = "replicated_rule";

  /** The place of Ceph in the plan. */
  default PlanPath path() {
    return PlanPath.of("ceph");
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Ceph}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCeph.Builder {
    Builder() {}

    @Override
    public Ceph build() {
      Ceph built = super.build();
      new Faults()
          .check("publicNetwork", () -> built.publicNetwork().ifPresent(NameFormat.LABEL::require))
          .check(
              "clusterNetwork", () -> built.clusterNetwork().ifPresent(NameFormat.LABEL::require))
          .each("monitors", built.monitors(), NameFormat.NODE::require)
          .each("managers", built.managers(), NameFormat.NODE::require)
          .check("osdMemoryTarget", () -> built.osdMemoryTarget().ifPresent(Builder::requireTarget))
          .end();
      return built;
    }

    // The least value Ceph takes (ceph, src/common/options/osd.yaml.in).
    private static void requireTarget(DataSize target) {
      if (target.compareTo(DataSize.mib(896)) < 0) {
        throw new InvalidValueException(
            "memory target " + target + " of an OSD is less than 896MiB",
            "Use 4GiB, which is the default, or more.");
      }
    }
  }
}
