package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.StorageReach;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a plan puts on storages: disks, ISO images, cloud-init drives, container templates,
 * images to import from and backups. Snippets are not among them, because no plan names them, and
 * snapshots lie where their disk does.
 *
 * @since 0.1
 */
public final class Contents {

  private final Placement placement;
  private final StorageReach reach;
  private final List<StoredContent> all = new ArrayList<>();

  private Contents(ClusterPlan plan, Placement placement, StorageReach reach) {
    this.placement = placement;
    this.reach = reach;
    plan.guests().forEach(this::addGuest);
    for (BackupJob job : plan.backup().map(Backup::jobs).orElse(List.of())) {
      if (!job.disabled()) {
        addBackups(job, plan.guests());
      }
    }
  }

  /**
   * The look-ups over a plan.
   *
   * @param plan a plan whose implied storages are all listed, as the resolved one's are
   * @param placement of that plan
   * @param reach of that plan
   */
  public static Contents of(ClusterPlan plan, Placement placement, StorageReach reach) {
    return new Contents(plan, placement, reach);
  }

  /** Everything, in the order of the guests of the plan, then of its backup jobs. */
  public List<StoredContent> all() {
    return List.copyOf(all);
  }

  private void addGuest(Guest guest) {
    Set<String> nodes = guest.node().map(Set::of).orElse(Set.of());
    for (GuestVolume volume : placement.volumes(guest)) {
      add(guest, volume.name(), volume.content(), volume.storage(), nodes, volume.declaredAt());
    }
    for (GuestDisk disk : guest.disks()) {
      disk.importFrom()
          .ifPresent(image -> add(
              guest,
              "source of " + disk.slot(),
              contentOf(image),
              image.storage(),
              nodes,
              disk.declaredAt()));
    }
    if (guest instanceof Container container) {
      String storage = container.ostemplate().storage();
      add(guest, "ostemplate", ContentType.VZTMPL, storage, nodes, guest.declaredAt());
    }
  }

  private static ContentType contentOf(Volume image) {
    return switch (image.directory()) {
      case "iso" -> ContentType.ISO;
      case "vztmpl" -> ContentType.VZTMPL;
      case "snippets" -> ContentType.SNIPPETS;
      default -> ContentType.IMPORT;
    };
  }

  private void addBackups(BackupJob job, List<Guest> guests) {
    Set<String> nodes = new LinkedHashSet<>();
    for (Guest guest : guests) {
      boolean taken =
          job.all() ? !job.exclude().contains(guest.vmid()) : job.guests().contains(guest.vmid());
      if (taken) {
        guest.node().ifPresent(nodes::add);
      }
    }
    all.add(new StoredContent(
        job.path(),
        "backups of job " + job.id(),
        ContentType.BACKUP,
        job.storage(),
        nodes,
        reachedFrom(job.storage(), nodes),
        job.declaredAt()));
  }

  private void add(
      Guest guest,
      String name,
      ContentType content,
      String storage,
      Set<String> nodes,
      Optional<Origin> line) {
    PlanPath subject = guest.path().child(name.replace("source of ", "import-"));
    all.add(new StoredContent(
        subject,
        name + " of guest " + guest.vmid() + " (" + guest.name() + ")",
        content,
        storage,
        nodes,
        reachedFrom(storage, nodes),
        line));
  }

  private Set<String> reachedFrom(String storage, Set<String> nodes) {
    Set<String> reaching = new LinkedHashSet<>(reach.nodesOf(storage));
    if (!reach.shared(storage)) {
      reaching.retainAll(nodes);
    }
    return reaching;
  }
}
