package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All drives of a virtual machine. A clone has those of its template too, but for what it says of
 * the same slot: it gets a copy of each (qemu-server, src/PVE/API2/Qemu.pm clone_vm).
 */
final class VmDrives {

  // The product's own cloud-init drives are at ide2; a q35 machine has ide0 and ide2 only.
  private static final List<String> IDE = List.of("ide2", "ide0", "ide1", "ide3");

  private final Map<String, Drive> all = new LinkedHashMap<>();
  private final Map<String, Drive> ofTemplate = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();

  private VmDrives(Vm vm, Collection<Drive> template) {
    template.forEach(drive -> ofTemplate.put(drive.slot(), drive.copied()));
    all.putAll(ofTemplate);
    Stream.of(
            vm.disks().stream().map(Drive::of),
            vm.efiDisk().map(Drive::of).stream(),
            vm.tpmState().map(Drive::of).stream())
        .flatMap(it -> it)
        .forEach(this::put);
    vm.cloudInit().ifPresent(it -> cloudInit(vm, it));
    vm.iso()
        .ifPresent(image ->
            slot(Drive.Kind.ISO).ifPresent(slot -> all.put(slot, Drive.iso(slot, image))));
  }

  static VmDrives of(ResolvedPlan plan, Vm vm) {
    return of(plan, vm, new HashSet<>());
  }

  private static VmDrives of(ResolvedPlan plan, Vm vm, Set<Vmid> seen) {
    seen.add(vm.vmid());
    Collection<Drive> template = vm.clone()
        .map(Clone::template)
        .filter(seen::add)
        .flatMap(plan::guest)
        .map(it -> of(plan, (Vm) it, seen).all())
        .orElse(List.of());
    return new VmDrives(vm, template);
  }

  /** Those of the template first. */
  Collection<Drive> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /** What a clone brings to a slot. */
  Optional<Drive> ofTemplate(String slot) {
    return Optional.ofNullable(ofTemplate.get(slot));
  }

  /** What can not be. */
  List<String> refusals() {
    return Collections.unmodifiableList(refusals);
  }

  private void put(Drive drive) {
    Optional<Drive> inherited = ofTemplate(drive.slot());
    if (inherited.filter(it -> it.kind() != drive.kind()).isPresent()) {
      refusals.add("its template has another kind of drive at " + drive.slot());
    }
    if (inherited.isPresent() && drive.image().isPresent()) {
      refusals.add("the disk at " + drive.slot()
          + " would be both a copy of that of its template and made from an image");
    }
    if (inherited.isPresent()
        && drive.kind() != Drive.Kind.DISK
        && !inherited.get().options().equals(drive.options())) {
      refusals.add("a clone keeps what " + drive.slot() + " of its template is made as");
    }
    if (drive.size().isPresent() && drive.size().get().bytes() == 0) {
      refusals.add("the disk at " + drive.slot() + " has no size");
    }
    all.put(drive.slot(), drive);
  }

  private void cloudInit(Vm vm, CloudInit settings) {
    Optional<String> storage = settings
        .storage()
        .or(() -> vm.disks().stream().map(GuestDisk::storage).findFirst())
        .or(() -> all.values().stream()
            .filter(it -> it.kind() == Drive.Kind.DISK)
            .map(Drive::storage)
            .findFirst());
    if (storage.isEmpty()) {
      refusals.add("no storage for the cloud-init drive: the plan names none and no disk");
      return;
    }
    slot(Drive.Kind.CLOUD_INIT)
        .ifPresent(slot -> all.put(slot, Drive.cloudInit(slot, storage.get())));
  }

  // Where the template has it, else the first free one.
  private Optional<String> slot(Drive.Kind kind) {
    Optional<String> slot = ofTemplate.values().stream()
        .filter(it -> it.kind() == kind)
        .map(Drive::slot)
        .findFirst()
        .or(() -> free(kind));
    if (slot.isEmpty()) {
      refusals.add("its disks leave no IDE slot to the cloud-init drive or the ISO image");
    }
    return slot;
  }

  // The first one is that of the cloud-init drive, also of one that comes later: an ISO image takes
  // it for want of another only.
  private Optional<String> free(Drive.Kind kind) {
    List<String> free = IDE.stream().filter(it -> !all.containsKey(it)).toList();
    boolean kept = kind == Drive.Kind.ISO
        && free.size() > 1
        && all.values().stream().noneMatch(it -> it.kind() == Drive.Kind.CLOUD_INIT);
    return free.stream().skip(kept ? 1 : 0).findFirst();
  }
}
