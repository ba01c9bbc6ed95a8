package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.automation.TerraformGuests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which machine a machine has its documents of cloud-init from. A clone takes over cicustom with the
 * other settings of its template (qemu-server, PVE/API2/Qemu.pm clone_vm): all of it, or what is left
 * of it once the plan gives the clone settings of its own.
 */
final class DocumentSources {

  private final TerraformGuests terraform;
  private final Placement placement;
  private final Map<Vmid, List<Vm>> heirs = new HashMap<>();

  DocumentSources(ClusterPlan plan, Placement placement, TerraformGuests terraform) {
    this.terraform = terraform;
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

  private boolean hasVendorData(Vm vm) {
    return vm.cloudInit()
        .filter(it -> it.vendorData().isPresent()
            || it.beyondSettings()
                && !vm.forWindows()
                && HiddenSettings.usesSettings(terraform, vm))
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
