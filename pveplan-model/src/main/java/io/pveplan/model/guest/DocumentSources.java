package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which machine a machine has its documents of cloud-init from. A clone takes over cicustom with the
 * other settings of its template (qemu-server, PVE/API2/Qemu.pm clone_vm): all of it, or what is left
 * of it once the plan gives the clone settings of its own.
 */
final class DocumentSources {

  private final Predicate<Guest> byTerraform;
  private final Placement placement;
  private final Map<Vmid, List<Vm>> heirs = new HashMap<>();

  DocumentSources(ClusterPlan plan, Placement placement, Predicate<Guest> byTerraform) {
    this.byTerraform = byTerraform;
    this.placement = placement;
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm vm && vm.clone().isPresent()) {
        vendorData(vm)
            .filter(it -> it != vm)
            .ifPresent(source ->
                heirs.computeIfAbsent(source.vmid(), key -> new ArrayList<>()).add(vm));
      }
    }
  }

  /** The clones, of whatever depth, that read the vendor-data of a machine. */
  List<Vm> heirs(Vm vm) {
    return heirs.getOrDefault(vm.vmid(), List.of());
  }

  /** The machine whose vendor-data one reads: itself, or a template. */
  Optional<Vm> vendorData(Vm vm) {
    Set<Vmid> seen = new HashSet<>();
    Optional<Vm> next = Optional.of(vm);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      Vm each = next.get();
      if (hasVendorData(each)) {
        return next;
      }
      next = each.cloudInit().isPresent() && each.forWindows() ? Optional.empty() : template(each);
    }
    return Optional.empty();
  }

  /** The planner's own documents that a machine reads, by their keys in cicustom. */
  Map<String, Volume> own(Vm vm) {
    Map<String, Volume> documents = new LinkedHashMap<>();
    placement.cloudInit(vm).ifPresent(it -> documents.putAll(it.ownDocuments()));
    vendorData(vm)
        .flatMap(Vm::cloudInit)
        .flatMap(CloudInit::vendorData)
        .ifPresent(it -> documents.put("vendor", it));
    return Collections.unmodifiableMap(documents);
  }

  /** The machines that documents are written for which a machine reads: itself, or a template. */
  List<Vm> written(Vm vm) {
    List<Vm> writers = writes(vm) ? List.of(vm) : List.of();
    Optional<Vm> above = vm.clone().isEmpty() ? Optional.empty() : vendorData(vm);
    if (above.filter(it -> it != vm && !hasOwnVendorData(it)).isPresent()) {
      writers = new ArrayList<>(writers);
      writers.add(above.get());
    }
    return writers;
  }

  /** Whether there is something to write of the settings that a machine has itself. */
  boolean writes(Vm vm) {
    if (vm.cloudInit().isEmpty()) {
      return false;
    }
    CloudInit cloudInit = vm.cloudInit().get();
    return HiddenSettings.usesSettings(byTerraform, vm)
        ? cloudInit.beyondSettings() && cloudInit.vendorData().isEmpty() && !vm.forWindows()
        : cloudInit.userData().isEmpty()
            || cloudInit.networkConfig().isEmpty() && everyCardHasMac(vm);
  }

  // By which network-config finds it.
  private static boolean everyCardHasMac(Vm vm) {
    return vm.nics().stream().allMatch(it -> it.mac().isPresent());
  }

  private static boolean hasOwnVendorData(Vm vm) {
    return vm.cloudInit().flatMap(CloudInit::vendorData).isPresent();
  }

  private boolean hasVendorData(Vm vm) {
    return vm.cloudInit()
        .filter(it -> it.vendorData().isPresent()
            || it.beyondSettings()
                && !vm.forWindows()
                && HiddenSettings.usesSettings(byTerraform, vm))
        .isPresent();
  }

  private Optional<Vm> template(Vm vm) {
    return vm.clone()
        .map(Clone::template)
        .flatMap(placement::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast);
  }
}
