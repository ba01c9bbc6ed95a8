package io.pveplan.model.guest;

import io.pveplan.model.PlanPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual machine with what its template brings: a clone has the disks and cloud-init settings
 * that the plan gives it no others for. So it is written where all of a machine is said, also of a
 * clone, as in a module of Terraform.
 *
 * <pre>{@code
 * WholeVm.of(plan.placement(), clone).disks();  // its own, and those of its template
 * }</pre>
 *
 * @param vm the machine
 * @param template what it is cloned from
 * @since 0.1
 */
public record WholeVm(Vm vm, Optional<Vm> template) {

  // The product's own cloud-init drives are at ide2; a q35 machine has ide0 and ide2 only.
  private static final List<String> IDE = List.of("ide2", "ide0", "ide1", "ide3");

  /**
   * A machine of a plan.
   *
   * @param placement of the plan
   * @param vm the machine
   */
  public static WholeVm of(Placement placement, Vm vm) {
    return vm.clone().isEmpty()
        ? new WholeVm(vm, Optional.empty())
        : new WholeVm(
            vm,
            vm.clone()
                .map(Clone::template)
                .flatMap(placement::guest)
                .filter(Vm.class::isInstance)
                .map(Vm.class::cast));
  }

  /** The place of a network card in the plan. */
  public PlanPath card(int number) {
    return vm.path().child("net" + number);
  }

  /** Its disks, and those of its template at other slots. */
  public List<GuestDisk> disks() {
    if (template.isEmpty()) {
      return vm.disks();
    }
    Set<String> own = vm.disks().stream().map(GuestDisk::slot).collect(Collectors.toSet());
    // The image went into the disk of the template.
    Stream<GuestDisk> inherited = template.stream()
        .flatMap(it -> it.disks().stream())
        .filter(disk -> !own.contains(disk.slot()))
        .map(disk -> GuestDisk.builder().from(disk).importFrom(Optional.empty()).build());
    return Stream.concat(vm.disks().stream(), inherited).toList();
  }

  /** The machine whose cloud-init settings it has: itself or its template. */
  public Optional<Vm> cloudInitOwner() {
    return Optional.of(vm)
        .filter(it -> it.cloudInit().isPresent())
        .or(() -> template.filter(it -> it.cloudInit().isPresent()));
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

  /** Free IDE slots, that of the cloud-init drive first and then that of the ISO image. */
  public List<String> freeIde() {
    List<String> free = new ArrayList<>(IDE);
    disks().forEach(disk -> free.remove(disk.slot()));
    return free;
  }
}
