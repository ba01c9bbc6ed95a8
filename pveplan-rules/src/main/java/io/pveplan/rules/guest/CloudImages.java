package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The disks that are made of images of clouds: those of a machine that cloud-init sets up, or any
 * clone of it. A template made of such an image mostly leaves that to its clones.
 */
final class CloudImages {

  private final Set<Vmid> setUp = new HashSet<>();

  private CloudImages(ResolvedPlan plan) {
    for (Vm vm : plan.vms()) {
      Optional<Vm> next = Optional.of(vm).filter(it -> it.cloudInit().isPresent());
      while (next.isPresent() && setUp.add(next.get().vmid())) {
        next = next.get()
            .clone()
            .map(Clone::template)
            .flatMap(plan::guest)
            .filter(Vm.class::isInstance)
            .map(Vm.class::cast);
      }
    }
  }

  static CloudImages of(ResolvedPlan plan) {
    return plan.derived(CloudImages.class, CloudImages::new);
  }

  /** Its disks made of images; none for Windows, of which there are no images of clouds. */
  List<GuestDisk> disks(Vm vm) {
    if (!setUp.contains(vm.vmid()) || vm.forWindows()) {
      return List.of();
    }
    return vm.disks().stream()
        .filter(disk ->
            disk.importFrom().filter(it -> it.directory().equals("import")).isPresent())
        .toList();
  }
}
