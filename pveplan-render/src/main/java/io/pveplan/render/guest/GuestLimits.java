package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a script can not make a guest; each reason keeps it out. */
final class GuestLimits {

  private final ResolvedPlan plan;
  private final List<String> reasons = new ArrayList<>();

  private GuestLimits(ResolvedPlan plan) {
    this.plan = plan;
  }

  static List<String> of(ResolvedPlan plan, Guest guest) {
    GuestLimits limits = new GuestLimits(plan);
    if (guest.node().isEmpty()) {
      limits.reasons.add("the plan does not say which node it starts its life on");
    }
    if (guest instanceof Vm vm) {
      limits.vm(vm);
    }
    return limits.reasons;
  }

  private void vm(Vm vm) {
    if (turnsInCircles(vm)) {
      reasons.add("what it is cloned from is cloned from itself in the end");
      return;
    }
    VmDrives drives = VmDrives.of(plan, vm);
    reasons.addAll(drives.refusals());
    Optional<Vm> template =
        vm.clone().map(Clone::template).flatMap(plan::guest).map(Vm.class::cast);
    if (template.isPresent()) {
      clone(vm, template.get(), drives);
    } else if (vm.template()
        && vm.disks().stream().allMatch(it -> it.importFrom().isEmpty())) {
      reasons.add("no image fills its disks, so somebody installs it and runs " + "qm template "
          + vm.vmid());
    }
  }

  private boolean turnsInCircles(Vm vm) {
    Set<Vmid> seen = new HashSet<>();
    Optional<Vmid> next = Optional.of(vm.vmid());
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        return true;
      }
      next = plan.guest(next.get()).flatMap(it -> ((Vm) it).clone()).map(Clone::template);
    }
    return false;
  }

  private void clone(Vm vm, Vm template, VmDrives drives) {
    boolean full = vm.clone().orElseThrow().full();
    ClonePlacing placing = ClonePlacing.of(drives, full);
    for (Drive copy : ClonePlacing.copies(drives)) {
      String storage = drives.ofTemplate(copy.slot()).orElseThrow().storage();
      if (!full && !storage.equals(copy.storage())) {
        reasons.add("a linked clone has its disks where its template has them, and " + copy.slot()
            + " is on " + storage);
      }
      if (smaller(copy, drives.ofTemplate(copy.slot()).orElseThrow())) {
        reasons.add("Proxmox VE shrinks no disk, and " + copy.slot()
            + " is smaller than that of its template");
      }
      if (placing.misses(drives, copy)) {
        reasons.add(
            "a clone gives all its disks one format, and a linked one that of its template");
      }
    }
    if (template.node().isEmpty()) {
      reasons.add("the plan does not say which node its template " + template.vmid() + " is on");
    } else if (vm.node().isPresent() && !vm.node().equals(template.node())) {
      moved(vm, template.node().get(), vm.node().get(), drives);
    }
  }

  private static boolean smaller(Drive copy, Drive original) {
    return copy.size().isPresent()
        && original.size().isPresent()
        && copy.size().get().compareTo(original.size().get()) < 0;
  }

  // qemu-server, src/PVE/QemuMigrate.pm scan_local_volumes.
  private void moved(Vm vm, String from, String to, VmDrives drives) {
    boolean full = vm.clone().orElseThrow().full();
    if (vm.devices().stream().anyMatch(device -> device.host().isPresent())) {
      reasons.add("it is cloned on " + from + ", and one with a device of " + to
          + " that is not mapped does not move there");
    }
    Set<String> storages = new LinkedHashSet<>();
    drives.all().forEach(drive -> storages.add(drive.storage()));
    for (String id : storages) {
      if (!plan.reach().reaches(from, id)) {
        reasons.add("it is cloned on " + from + ", which does not have storage " + id);
      }
    }
    for (Drive drive : drives.all()) {
      if (plan.reach().shared(drive.storage())) {
        continue;
      }
      String where = drive.slot() + " on storage " + drive.storage();
      if (drive.kind() == Drive.Kind.ISO) {
        reasons.add("it is cloned on " + from + " and can not move to " + to + " with " + where);
      } else if (!full && drives.ofTemplate(drive.slot()).isPresent() && drive.isVolume()) {
        reasons.add("a linked clone stays on " + from + " with " + where
            + ", which is not shared: make it a full one");
      } else if (!plan.storage(drive.storage()).map(GuestLimits::movable).orElse(false)) {
        reasons.add("Proxmox VE does not move " + where + " to another node");
      }
    }
  }

  private static boolean movable(Storage storage) {
    return storage instanceof DirStorage
        || storage instanceof BtrfsStorage
        || storage instanceof ZfsPoolStorage
        || storage instanceof LvmStorage
        || storage instanceof LvmThinStorage;
  }
}
