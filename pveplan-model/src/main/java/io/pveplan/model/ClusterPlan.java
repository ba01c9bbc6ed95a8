package io.pveplan.model;

import io.pveplan.model.automation.Installation;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A planned cluster: exactly what its author said, nothing filled in.
 *
 * <p>Equal plans are equal whatever lines declared them, and reading the JSON of a plan gives an
 * equal plan. A plan that is built here is checked for itself only; duplicates and dangling
 * references are refused when it is frozen by the DSL, read from a file, or resolved.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableClusterPlan.class)
@JsonDeserialize(as = ImmutableClusterPlan.class)
public interface ClusterPlan extends Declared {

  /** Version of the JSON and YAML form. */
  @Value.Default
  default int formatVersion() {
    return ClusterPlan.FORMAT_VERSION;
  }

  /** Name of the cluster; can never be changed once it exists. */
  String name();

  /** Release the cluster is built with; 9.x when absent. */
  Optional<ProductVersion> target();

  /** What may fail without the cluster failing, one goal for each kind. */
  List<SurvivalGoal> mustSurvive();

  /** The day from which on the cluster is in use. */
  Optional<LocalDate> goLive();

  /** Where the nodes get the packages of Proxmox VE from. */
  Optional<PackageRepository> repository();

  /** What the automated installer is told. */
  Optional<Installation> installation();

  /** DNS domain of the nodes. */
  Optional<String> domain();

  /** Name servers of the nodes, at most three. */
  List<IpAddress> dnsServers();

  /** NTP servers of the nodes; the default pool of chrony when empty. */
  @Value.NaturalOrder
  SortedSet<String> timeServers();

  /** Debian packages to be installed on every node besides those Proxmox VE brings. */
  @Value.NaturalOrder
  SortedSet<String> packages();

  /** Corosync links and QDevice. */
  Optional<Corosync> corosync();

  /** Options of the whole cluster. */
  Optional<Datacenter> datacenter();

  /** Power circuits. */
  List<Circuit> circuits();

  /** Racks of which more than the name is known. */
  List<Rack> racks();

  /** Switches that the nodes are cabled to. */
  List<Switch> switches();

  /** Networks. */
  List<Network> networks();

  /** Nodes, the founding one first. */
  List<Node> nodes();

  /** Cables between nodes and switches. */
  List<Cable> cables();

  /** Names for devices and directories of the nodes that machines can be given. */
  List<DeviceMapping> deviceMappings();

  /** What open-iscsi is told on the nodes. */
  Optional<OpenIscsi> openIscsi();

  /** Servers that offer storage over the network. */
  List<StorageServer> storageServers();

  /** Storages. */
  List<Storage> storages();

  /** Replication jobs. */
  List<ReplicationJob> replicationJobs();

  /** Ceph on the nodes. */
  Optional<Ceph> ceph();

  /**
   * Number of the cluster, 0 to 31, in the locally administered MAC addresses that cards of guests
   * get from VMIDs; when absent they begin with the prefix of the datacenter or else BC:24:11, which
   * has room for VMIDs up to 524287.
   */
  OptionalInt macsFromVmids();

  /** Virtual machines, containers and templates. */
  List<Guest> guests();

  /** Files that are fetched to storages: images for templates, ISO images, container templates. */
  List<Image> images();

  /** High availability. */
  Optional<Ha> ha();

  /** Planned moves of guests. */
  List<Migration> migrations();

  /** Software-defined network. */
  Optional<Sdn> sdn();

  /** Backup and restore. */
  Optional<Backup> backup();

  /** Terraform modules. */
  Optional<Terraform> terraform();

  /** Version of the JSON and YAML form that this library writes and reads. */
  int FORMAT_VERSION = 1;

  /** How many failures of a kind the plan promises to survive; empty when it promises nothing. */
  default OptionalInt mustSurvive(FailureKind kind) {
    return mustSurvive().stream()
        .filter(goal -> goal.failure() == kind)
        .mapToInt(SurvivalGoal::number)
        .findFirst();
  }

  /** The release the cluster is built with: what the plan says, or 9.x. */
  default ProductVersion release() {
    return target().orElse(ProductVersion.PVE_9);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ClusterPlan}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableClusterPlan.Builder {
    Builder() {}

    @Override
    public ClusterPlan build() {
      ClusterPlan built = super.build();
      PlanCheck.require(built);
      return built;
    }
  }
}
