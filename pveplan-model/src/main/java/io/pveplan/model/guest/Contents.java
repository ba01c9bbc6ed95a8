package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.storage.Obstacle;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageReach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that a plan puts on storages, and which nodes reach it there: disks, ISO images, cloud-init
 * drives and documents, container templates, images to import from and backups. A snapshot lies
 * where its disk does.
 *
 * <pre>{@code
 * Contents contents = resolved.contents();
 * for (StoredContent each : contents.all()) {
 *   contents.nodes(each);              // [pve1, pve2]
 *   contents.obstacle(each, "pve3");   // the storage is not for this node
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class Contents {

  private final List<String> nodes;
  private final Placement placement;
  private final StorageReach reach;
  private final SnippetStorages snippets;
  private final Map<Vmid, List<StoredContent>> byGuest = new LinkedHashMap<>();
  private final List<BackupJob> jobs;
  private final List<StoredContent> all;

  private Contents(
      ClusterPlan plan, Placement placement, StorageReach reach, Predicate<Guest> byTerraform) {
    this.nodes = plan.nodes().stream().map(it -> it.name()).toList();
    this.placement = placement;
    this.reach = reach;
    this.snippets = new SnippetStorages(plan, placement, reach, byTerraform);
    this.jobs = plan.backup().map(Backup::jobs).orElse(List.of()).stream()
        .filter(job -> !job.disabled())
        .toList();
    List<StoredContent> contents = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      List<StoredContent> here = GuestContents.of(guest, placement, reach, snippets);
      byGuest.put(guest.vmid(), here);
      contents.addAll(here);
    }
    jobs.forEach(job -> contents.add(backups(job, plan.guests())));
    this.all = List.copyOf(contents);
  }

  /**
   * The look-ups over a plan.
   *
   * @param plan a plan whose implied storages are all listed, as the resolved one's are
   * @param placement of that plan
   * @param reach of that plan
   * @param byTerraform whether Terraform makes a guest, which decides what documents it has
   */
  public static Contents of(
      ClusterPlan plan, Placement placement, StorageReach reach, Predicate<Guest> byTerraform) {
    return new Contents(plan, placement, reach, byTerraform);
  }

  /**
   * Everything, in the order of the guests of the plan, then of its backup jobs that are switched
   * on. The backups of a job are one thing here.
   */
  public List<StoredContent> all() {
    return all;
  }

  /**
   * What a guest has on storages, its backups included.
   *
   * @param guest a guest of the plan
   */
  public List<StoredContent> of(Guest guest) {
    List<StoredContent> contents = new ArrayList<>(byGuest.getOrDefault(guest.vmid(), List.of()));
    for (BackupJob job : jobs) {
      if (job.takes(guest.vmid())) {
        contents.add(backups(job, List.of(guest)));
      }
    }
    return List.copyOf(contents);
  }

  /** Names of the nodes that reach something, in the order of the plan. */
  public Set<String> nodes(StoredContent content) {
    Set<String> reaching = new LinkedHashSet<>();
    for (String node : nodes) {
      if (obstacle(content, node).isEmpty()) {
        reaching.add(node);
      }
    }
    return Collections.unmodifiableSet(reaching);
  }

  /**
   * Why a node does not reach something; empty when it does. On a storage that is not shared each
   * node has its own, so that only those that need it reach it.
   *
   * @param content what lies on a storage
   * @param node name of a node
   */
  public Optional<Obstacle> obstacle(StoredContent content, String node) {
    Optional<Obstacle> ofStorage = reach.obstacle(content.storage(), content.content(), node);
    if (ofStorage.isPresent()
        || reach.shared(content.storage())
        || content.neededOn().contains(node)) {
      return ofStorage;
    }
    if (content.neededOn().isEmpty()) {
      return Optional.of(Obstacle.UNPLACED);
    }
    boolean copied =
        content.copiedWith().filter(guest -> reach.replicates(guest, node)).isPresent();
    return Optional.of(copied ? Obstacle.ONLY_A_COPY : Obstacle.ON_OTHER_NODE);
  }

  /**
   * Volumes of a guest on storages that not all nodes see, copied or not.
   *
   * @param guest a guest of the plan
   */
  public List<GuestVolume> localVolumes(Guest guest) {
    List<GuestVolume> local = List.of();
    for (GuestVolume volume : placement.volumes(guest)) {
      if (!reach.shared(volume.storage())) {
        // Most guests have none.
        local = local.isEmpty() ? new ArrayList<>() : local;
        local.add(volume);
      }
    }
    return Collections.unmodifiableList(local);
  }

  /**
   * Volumes of a guest that no other node has: on storages that not all nodes see, and not copied
   * by a replication job to any.
   *
   * @param guest a guest of the plan
   */
  public List<GuestVolume> unsharedVolumes(Guest guest) {
    // A plan can not have a job to the guest's own node: LOC-026.
    boolean copied = !reach.replicationJobs(guest.vmid()).isEmpty();
    List<GuestVolume> local = localVolumes(guest);
    return copied
        ? local.stream()
            .filter(volume -> !GuestContents.replicable(volume, reach))
            .toList()
        : local;
  }

  /**
   * The storage for the cloud-init documents of a machine: the first storage for snippets that
   * every node has that is one of {@link #documentNodes}, a shared one before one whose nodes each
   * need a copy.
   *
   * @param vm a machine of the plan
   * @return empty when the plan has no such storage
   */
  public Optional<Storage> snippetStorage(Vm vm) {
    return snippets.of(vm);
  }

  /**
   * Names of the nodes that read the cloud-init documents of a machine: those it may run on itself,
   * and those of the clones that have its vendor-data.
   *
   * @param vm a machine of the plan
   */
  public Set<String> documentNodes(Vm vm) {
    return snippets.readers(vm);
  }

  /**
   * Names of the nodes that a machine reads documents of cloud-init on: its own, and those it may run
   * on.
   *
   * <pre>{@code
   * plan.contents().readingNodes(vm);   // [pve1, pve2]
   * }</pre>
   *
   * @param vm a machine of the plan
   */
  public Set<String> readingNodes(Vm vm) {
    return Collections.unmodifiableSet(snippets.nodes(vm));
  }

  /**
   * The machine whose vendor-data a machine reads: itself, or the template it has it from. A clone
   * keeps that of its template unless it has some of its own, or is set up as Windows.
   *
   * @param vm a machine of the plan
   * @return empty where it reads none
   */
  public Optional<Vm> vendorDataOf(Vm vm) {
    return snippets.sources().vendorData(vm);
  }

  /**
   * The planner's own documents of cloud-init that a machine reads, be it since its template names
   * them, by their keys in {@code cicustom}.
   *
   * @param vm a machine of the plan
   */
  public Map<String, Volume> ownDocuments(Vm vm) {
    return snippets.sources().own(vm);
  }

  /**
   * The machines whose documents of cloud-init are written, and not the planner's own, among those
   * that a machine reads: itself, and the template it has vendor-data from. They lie on the {@link
   * #snippetStorage} of each.
   *
   * @param vm a machine of the plan
   */
  public List<Vm> writtenDocumentsOf(Vm vm) {
    return snippets.sources().written(vm);
  }

  /**
   * Why a clone can not be made on the node of its template and then moved to its own, as sentences
   * without their end. Nothing where it can, where it has not to move, and where a node is not told.
   *
   * @param vm a machine of the plan
   */
  public List<String> obstaclesToMovedClone(Vm vm) {
    return vm.clone()
        .flatMap(clone -> placement.guest(clone.template()))
        .map(template -> CloneMove.obstacles(vm, template, placement, reach))
        .orElse(List.of());
  }

  private StoredContent backups(BackupJob job, List<Guest> guests) {
    Set<String> from = new LinkedHashSet<>();
    guests.stream()
        .filter(guest -> job.takes(guest.vmid()))
        .forEach(guest -> guest.node().ifPresent(from::add));
    return GuestContents.backups(job, from);
  }
}
