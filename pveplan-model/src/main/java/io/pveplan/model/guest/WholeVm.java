package io.pveplan.model.guest;

import io.pveplan.model.PlanPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A virtual machine with what its template brings: a clone has the drives and cloud-init settings
 * that the plan gives it no others for, also those that the template has from a template of its own.
 * So it is written where all of a machine is said, as in a module of Terraform.
 *
 * <p>All else that a clone has of its template is filled in before ({@link
 * io.pveplan.model.ResolvedPlan#defaults}), or is to be taken from it ({@link CloneSurplus}).
 *
 * <pre>{@code
 * WholeVm.of(plan.placement(), clone).disks();  // its own, and those of its template
 * }</pre>
 *
 * @param vm the machine
 * @param origins what it is cloned from, what that is cloned from, and so on
 * @since 0.1
 */
public record WholeVm(Vm vm, List<Vm> origins) {

  // The product's own cloud-init drives are at ide2; a q35 machine has ide0 and ide2 only.
  private static final List<String> IDE = List.of("ide2", "ide0", "ide1", "ide3");

  /** Keeps the list. */
  public WholeVm {
    origins = List.copyOf(origins);
  }

  /**
   * A machine of a plan.
   *
   * @param placement of the plan
   * @param vm the machine
   */
  public static WholeVm of(Placement placement, Vm vm) {
    if (vm.clone().isEmpty()) {
      return new WholeVm(vm, List.of());
    }
    List<Vm> origins = new ArrayList<>();
    Set<Vmid> seen = new HashSet<>(Set.of(vm.vmid()));
    Optional<Vm> next = template(placement, vm);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      origins.add(next.get());
      next = template(placement, next.get());
    }
    return new WholeVm(vm, origins);
  }

  private static Optional<Vm> template(Placement placement, Vm vm) {
    return vm.clone()
        .map(Clone::template)
        .flatMap(placement::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast);
  }

  /** What it is cloned from. */
  public Optional<Vm> template() {
    return origins.isEmpty() ? Optional.empty() : Optional.of(origins.get(0));
  }

  /** The place of a network card in the plan. */
  public PlanPath card(int number) {
    return vm.path().child("net" + number);
  }

  /** Its disks, and those of its template at other slots. */
  public List<GuestDisk> disks() {
    if (origins.isEmpty()) {
      return vm.disks();
    }
    List<GuestDisk> disks = new ArrayList<>(vm.disks());
    Set<String> slots = new HashSet<>();
    disks.forEach(disk -> slots.add(disk.slot()));
    for (Vm origin : origins) {
      for (GuestDisk disk : origin.disks()) {
        if (slots.add(disk.slot())) {
          // The image went into the disk of the template.
          disks.add(GuestDisk.builder().from(disk).importFrom(Optional.empty()).build());
        }
      }
    }
    return disks;
  }

  /** The disk of its UEFI firmware. */
  public Optional<EfiDisk> efiDisk() {
    return first(Vm::efiDisk);
  }

  /** Its TPM. */
  public Optional<TpmState> tpmState() {
    return first(Vm::tpmState);
  }

  /** The ISO image in its CD drive. */
  public Optional<Volume> iso() {
    return first(Vm::iso);
  }

  /** The machine whose cloud-init settings it has: itself or its template. */
  public Optional<Vm> cloudInitOwner() {
    return first(it -> Optional.of(it).filter(owner -> owner.cloudInit().isPresent()));
  }

  private <T> Optional<T> first(Function<Vm, Optional<T>> part) {
    Optional<T> own = part.apply(vm);
    for (int origin = 0; own.isEmpty() && origin < origins.size(); origin++) {
      own = part.apply(origins.get(origin));
    }
    return own;
  }

  /** The cloud-init settings that it has. */
  public Optional<CloudInit> cloudInit() {
    return cloudInitOwner().flatMap(Vm::cloudInit);
  }

  /** Storage of the cloud-init drive; nothing without settings, and nothing for want of a disk. */
  public Optional<String> cloudInitStorage() {
    return cloudInit()
        .flatMap(
            it -> it.storage().or(() -> disks().stream().map(GuestDisk::storage).findFirst()));
  }

  /** Addresses of a card. */
  public List<IpConfig> addresses(int nic) {
    List<IpConfig> all = cloudInit().map(CloudInit::ipConfigs).orElse(List.of());
    return all.isEmpty()
        ? all
        : all.stream().filter(config -> config.nic() == nic).toList();
  }

  /** Slot of the cloud-init drive, if it has one: where its template has it, else the first free. */
  public Optional<String> cloudInitSlot() {
    return cdSlots().cloudInit();
  }

  /**
   * Slot of the ISO image, if it has one: where its template has it, else a free one, and never that
   * of the cloud-init drive, also of one it may get later, or that others of its fleet have.
   */
  public Optional<String> isoSlot() {
    return cdSlots().iso();
  }

  private record CdSlots(Optional<String> cloudInit, Optional<String> iso) {}

  // A clone has the drives of its template at the slots that they have there.
  private CdSlots cdSlots() {
    CdSlots before = origins.isEmpty()
        ? new CdSlots(Optional.empty(), Optional.empty())
        : new WholeVm(origins.get(0), origins.subList(1, origins.size())).cdSlots();
    List<String> free = freeIde();
    Optional<String> kept = before.iso().filter(free::contains);
    Optional<String> cloudInit = cloudInit()
        .flatMap(it -> before
            .cloudInit()
            .filter(free::contains)
            .or(() ->
                free.stream().filter(slot -> !kept.equals(Optional.of(slot))).findFirst()));
    Optional<String> iso = iso().flatMap(it -> kept.or(() -> isoSlot(free, cloudInit)));
    return new CdSlots(cloudInit, iso);
  }

  private Optional<String> isoSlot(List<String> free, Optional<String> cloudInit) {
    if (cloudInit().isEmpty()) {
      return free.stream().skip(free.size() > 1 ? 1 : 0).findFirst();
    }
    return free.stream().filter(slot -> !cloudInit.equals(Optional.of(slot))).findFirst();
  }

  /** Free IDE slots, that of the cloud-init drive first and then that of the ISO image. */
  public List<String> freeIde() {
    List<String> free = new ArrayList<>(IDE);
    disks().forEach(disk -> free.remove(disk.slot()));
    return free;
  }
}
