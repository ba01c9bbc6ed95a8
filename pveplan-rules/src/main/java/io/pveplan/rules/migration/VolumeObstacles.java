package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.CopyStreams;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.Obstacle;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.VolumeFormats;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What volumes of a guest do not go along (qemu-server, src/PVE/QemuMigrate.pm, prepare and
 * scan_local_volumes; pve-container, src/PVE/LXC/Migrate.pm, prepare and phase1).
 */
final class VolumeObstacles implements Obstacles {

  // Copied without being asked for.
  private static final String TPM_STATE = "tpmstate0";

  private record Place(String storage, ContentType content) {}

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final Set<Vmid> basesOfClones = new HashSet<>();
  // The nodes that can not have something somewhere, by reason: the same for many guests.
  private final Map<Place, Map<Obstacle, List<String>>> missing = new ConcurrentHashMap<>();

  VolumeObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    for (Vm vm : plan.vms()) {
      linked(vm).ifPresent(basesOfClones::add);
    }
  }

  private static Optional<Vmid> linked(Vm vm) {
    return vm.clone().filter(clone -> !clone.full()).map(Clone::template);
  }

  @Override
  public void addTo(RowDraft row) {
    Guest guest = row.guest();
    for (GuestVolume volume : plan.placement().volumes(guest)) {
      boolean shared = plan.reach().shared(volume.storage());
      String goal = shared ? volume.storage() : row.targetStorage().orElse(volume.storage());
      Map<Obstacle, List<String>> lacking =
          missing.computeIfAbsent(new Place(goal, volume.content()), this::missing);
      lacking.forEach((why, without) -> block(row, volume, goal, why, without));
      if (!shared) {
        addLocal(row, volume);
        addCopy(row, volume, goal, lacking);
      }
    }
    if (plan.placement().lacksDisks(guest)) {
      row.open(BlockerKind.STORAGE, "disks of guest " + guest.vmid(), nodes);
    }
    if (plan.placement().lacksCloudInitStorage(guest)) {
      row.open(
          BlockerKind.STORAGE, "storage of the cloud-init drive of guest " + guest.vmid(), nodes);
    }
  }

  private Map<Obstacle, List<String>> missing(Place place) {
    Map<Obstacle, List<String>> without = new LinkedHashMap<>();
    for (String node : nodes) {
      plan.reach()
          .obstacle(place.storage(), place.content(), node)
          .ifPresent(
              why -> without.computeIfAbsent(why, key -> new ArrayList<>()).add(node));
    }
    return without;
  }

  private static void block(
      RowDraft row, GuestVolume volume, String goal, Obstacle why, List<String> without) {
    if (why == Obstacle.NOT_TAKEN) {
      row.block(
          BlockerKind.CONTENT,
          volume.name(),
          goal,
          "storage " + goal + " does not take " + volume.content() + ", which " + volume.name()
              + " is",
          without);
    } else {
      String trouble = why == Obstacle.SWITCHED_OFF ? " is switched off" : " is not there";
      row.block(
          BlockerKind.STORAGE,
          volume.name(),
          goal,
          "storage " + goal + " of " + volume.name() + trouble,
          without);
    }
  }

  // A disk in use is copied block by block instead, by QEMU, into a volume made for it; the state
  // of a TPM and the cloud-init
  // drive are not, and a replication job brings along what it has.
  private void addCopy(
      RowDraft row, GuestVolume volume, String goal, Map<Obstacle, List<String>> lacking) {
    Guest guest = row.guest();
    Storage from = plan.storage(volume.storage()).orElseThrow();
    Optional<Storage> to = plan.storage(goal);
    if (volume.kind() == GuestVolume.Kind.ISO || to.isEmpty()) {
      return;
    }
    DiskFormat format = VolumeFormats.of(volume, from);
    boolean base = volume.kind() == GuestVolume.Kind.DISK
        && guest instanceof Vm template
        && template.template()
        && from.hasBaseImages();
    if (CopyStreams.lead(format, guest.snapshots(), base, from, to.get())) {
      return;
    }
    boolean made = to.get().makesVolumes();
    boolean inUse = guest instanceof Vm vm
        && !vm.template()
        && volume.kind() == GuestVolume.Kind.DISK
        && !volume.name().equals(TPM_STATE);
    row.add(
        BlockerKind.FORMAT,
        volume.name(),
        goal,
        made
            ? volume.name() + " can not be copied in " + format + " from " + named(from) + " to "
                + named(to.get())
            : "no volume can be made for " + volume.name() + " on " + named(to.get()),
        inUse && made ? Hindered.STOPPED : Hindered.ANY,
        nodes.stream()
            .filter(node -> lacking.values().stream().noneMatch(some -> some.contains(node)))
            .filter(
                node -> !replicable(volume, from) || !ReplicationObstacles.takes(plan, guest, node))
            .toList());
  }

  private static String named(Storage storage) {
    return storage.id() + " (" + storage.type() + ")";
  }

  private static boolean replicable(GuestVolume volume, Storage storage) {
    return volume.replicated() && storage instanceof ZfsPoolStorage;
  }

  private void addLocal(RowDraft row, GuestVolume volume) {
    switch (volume.kind()) {
      case ISO ->
        row.block(
            BlockerKind.ISO,
            volume.name(),
            volume.storage(),
            "the ISO image in its drive lies on local storage " + volume.storage(),
            nodes);
      case DISK -> {
        if (!volume.name().equals(TPM_STATE)) {
          row.hasLocalDisks();
        }
        addClones(row, volume);
        addSnapshots(row, volume);
      }
      // It is copied, or made anew.
      case CLOUD_INIT -> {}
    }
  }

  private void addClones(RowDraft row, GuestVolume volume) {
    if (!(row.guest() instanceof Vm vm) || !volume.linkable()) {
      return;
    }
    boolean onBase = linked(vm)
        .flatMap(plan::guest)
        .filter(template -> plan.placement().volumes(template).stream()
            .anyMatch(base ->
                base.name().equals(volume.name()) && base.storage().equals(volume.storage())))
        .isPresent();
    if (onBase || basesOfClones.contains(vm.vmid())) {
      row.block(
          BlockerKind.LINKED_CLONE,
          volume.name(),
          volume.storage(),
          (onBase ? volume.name() + " is a linked clone" : "linked clones use " + volume.name())
              + " on local storage " + volume.storage(),
          nodes);
    }
  }

  // Of a running machine only what a job copies to the target moves with its snapshots.
  private void addSnapshots(RowDraft row, GuestVolume volume) {
    Guest guest = row.guest();
    if (!guest.snapshots()) {
      return;
    }
    Storage storage = plan.storage(volume.storage()).orElseThrow();
    if (!movesWithSnapshots(guest, volume, storage)) {
      row.block(
          BlockerKind.SNAPSHOT,
          volume.name(),
          volume.storage(),
          "with a snapshot " + volume.name() + " can not leave local storage " + volume.storage(),
          nodes);
    } else if (guest instanceof Vm) {
      boolean replicable = replicable(volume, storage);
      row.blockLive(
          BlockerKind.SNAPSHOT,
          volume.name(),
          volume.storage(),
          "with a snapshot " + volume.name() + " on local storage " + volume.storage()
              + " does not move in use",
          nodes.stream()
              .filter(node -> !(replicable && ReplicationObstacles.takes(plan, guest, node)))
              .toList());
    }
  }

  private static boolean movesWithSnapshots(Guest guest, GuestVolume volume, Storage storage) {
    boolean qcow2 = VolumeFormats.of(volume, storage) == DiskFormat.QCOW2;
    return storage instanceof ZfsPoolStorage
        || storage instanceof BtrfsStorage
        || (storage instanceof DirStorage dir
            && qcow2
            && !dir.snapshotAsVolumeChain()
            && !(guest instanceof Container));
  }
}
