package io.pveplan.render.automation;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.EfiDisk;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.TpmState;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A virtual machine as a module has it.
 *
 * @param whole the machine with what its template brings
 * @param ha its HA resource
 * @param label its Terraform identifier
 * @param tags as Proxmox VE has them in the end
 * @param drives what becomes of its drives
 */
record PlannedVm(
    WholeVm whole,
    Optional<HaResource> ha,
    String label,
    SortedSet<String> tags,
    PlannedDrives drives) {

  static PlannedVm of(ResolvedPlan plan, Vm vm, Labels labels) {
    WholeVm whole = WholeVm.of(plan.placement(), vm);
    return new PlannedVm(
        whole,
        plan.placement().haResource(vm.vmid()),
        labels.of(vm),
        StoredTags.of(plan, vm),
        new PlannedDrives(plan, whole));
  }

  Vm vm() {
    return whole.vm();
  }

  Optional<Vm> template() {
    return whole.template();
  }

  /** The fleet it is made with. */
  Optional<String> fleet() {
    return Labels.fleet(vm());
  }

  PlanPath path() {
    return vm().path();
  }

  List<GuestDisk> disks() {
    return whole.disks();
  }

  Optional<EfiDisk> efiDisk() {
    return whole.efiDisk();
  }

  Optional<TpmState> tpmState() {
    return whole.tpmState();
  }

  ScsiController scsihw() {
    return vm().scsihw().orElse(ModuleDefaults.SCSI_CONTROLLER);
  }

  /** The operating system, which is a Linux where the plan says nothing but cloud-init. */
  Optional<OsType> ostype() {
    return vm().ostype().or(() -> cloudInit().map(it -> ModuleDefaults.LINUX));
  }

  List<GuestNic> nics() {
    return vm().nics();
  }

  Optional<Vm> cloudInitOwner() {
    return whole.cloudInitOwner();
  }

  Optional<CloudInit> cloudInit() {
    return whole.cloudInit();
  }

  /** Storage of the cloud-init drive; nothing without settings, and nothing for want of a disk. */
  Optional<String> cloudInitStorage() {
    return whole.cloudInitStorage();
  }

  List<IpConfig> addresses(int nic) {
    return whole.addresses(nic);
  }

  /** The ISO image in its CD drive. */
  Optional<Volume> iso() {
    return whole.iso();
  }

  /** Slot of the cloud-init drive, if it has one. */
  Optional<String> cloudInitSlot() {
    return whole.cloudInitSlot();
  }

  /** Slot of the ISO image, if it has one. */
  Optional<String> isoSlot() {
    return whole.isoSlot();
  }

  /** Whether it is running once it exists. */
  boolean started() {
    boolean asked = ha.map(HaResource::state)
        .map(state -> state != HaState.STOPPED && state != HaState.DISABLED)
        .orElse(true);
    return asked && !vm().template();
  }
}
