package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.HashSet;
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
      boolean linked = !full && copy.isLinkable();
      if (linked && !plan.storage(storage).orElseThrow().hasBaseImages()) {
        reasons.add("a linked clone goes on using the disks of its template, and " + storage
            + ", which " + copy.slot() + " is on, can not link: make it a full one");
      }
      if (linked && !storage.equals(copy.storage())) {
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
    }
    reasons.addAll(plan.contents().obstaclesToMovedClone(vm));
  }

  private static boolean smaller(Drive copy, Drive original) {
    return copy.size().isPresent()
        && original.size().isPresent()
        && copy.size().get().compareTo(original.size().get()) < 0;
  }
}
