package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual machine with what its template brings: a clone has the disks, cards and cloud-init
 * settings that the plan gives it no others for.
 *
 * @param vm the machine
 * @param template what it is cloned from
 * @param ha its HA resource
 * @param label its Terraform identifier
 */
record PlannedVm(Vm vm, Optional<Vm> template, Optional<HaResource> ha, String label) {

  // The product's own cloud-init drives are at ide2; a q35 machine has ide0 and ide2 only.
  private static final List<String> IDE = List.of("ide2", "ide0", "ide1", "ide3");

  static PlannedVm of(ResolvedPlan plan, Vm vm, Labels labels) {
    Optional<Vm> template = vm.clone()
        .map(Clone::template)
        .flatMap(plan::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast);
    return new PlannedVm(vm, template, plan.placement().haResource(vm.vmid()), labels.of(vm));
  }

  /** The fleet it is made with. */
  Optional<String> fleet() {
    return Labels.fleet(vm);
  }

  PlanPath path() {
    return vm.path();
  }

  PlanPath card(int number) {
    return vm.path().child("net" + number);
  }

  List<GuestDisk> disks() {
    Set<String> own = vm.disks().stream().map(GuestDisk::slot).collect(Collectors.toSet());
    // The image went into the disk of the template.
    Stream<GuestDisk> inherited = template.stream()
        .flatMap(it -> it.disks().stream())
        .filter(disk -> !own.contains(disk.slot()))
        .map(disk -> GuestDisk.builder().from(disk).importFrom(Optional.empty()).build());
    return Stream.concat(vm.disks().stream(), inherited).toList();
  }

  Optional<EfiDisk> efiDisk() {
    return vm.efiDisk().or(() -> template.flatMap(Vm::efiDisk));
  }

  Optional<TpmState> tpmState() {
    return vm.tpmState().or(() -> template.flatMap(Vm::tpmState));
  }

  ScsiController scsihw() {
    return vm.scsihw().orElse(ModuleDefaults.SCSI_CONTROLLER);
  }

  /** The operating system, which is a Linux where the plan says nothing but cloud-init. */
  Optional<OsType> ostype() {
    return vm.ostype().or(() -> cloudInit().map(it -> ModuleDefaults.LINUX));
  }

  List<GuestNic> nics() {
    return vm.nics();
  }

  /** The machine whose cloud-init settings it has. */
  Optional<Vm> cloudInitOwner() {
    return Optional.of(vm)
        .filter(it -> it.cloudInit().isPresent())
        .or(() -> template.filter(it -> it.cloudInit().isPresent()));
  }

  Optional<CloudInit> cloudInit() {
    return cloudInitOwner().flatMap(Vm::cloudInit);
  }

  /** Storage of the cloud-init drive; nothing without settings, and nothing for want of a disk. */
  Optional<String> cloudInitStorage() {
    return cloudInit()
        .flatMap(
            it -> it.storage().or(() -> disks().stream().map(GuestDisk::storage).findFirst()));
  }

  List<IpConfig> addresses(int nic) {
    return cloudInit().stream()
        .flatMap(it -> it.ipConfigs().stream())
        .filter(config -> config.nic() == nic)
        .toList();
  }

  /** Free IDE slots, that of the cloud-init drive first and then that of the ISO image. */
  List<String> freeIde() {
    List<String> free = new ArrayList<>(IDE);
    disks().forEach(disk -> free.remove(disk.slot()));
    return free;
  }

  /** Slot of the cloud-init drive, if it has one. */
  Optional<String> cloudInitSlot() {
    return cloudInit().flatMap(it -> freeIde().stream().findFirst());
  }

  /**
   * Slot of the ISO image, if it has one: never that of the cloud-init drive, also of one it may get
   * later, or that others of its fleet have.
   */
  Optional<String> isoSlot() {
    List<String> free = freeIde();
    return vm.iso()
        .flatMap(it -> free.stream()
            .skip(1)
            .findFirst()
            .or(() -> free.stream().filter(only -> cloudInit().isEmpty()).findFirst()));
  }

  /** Whether it is running once it exists. */
  boolean started() {
    boolean asked = ha.map(HaResource::state)
        .map(state -> state != HaState.STOPPED && state != HaState.DISABLED)
        .orElse(true);
    return asked && !vm.template();
  }
}
