package io.pveplan.model;

import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a virtual machine comes of: itself, its template, the template of that and so on. */
final class CloneOrigins {

  private CloneOrigins() {}

  /** The machine first. */
  static List<Vm> of(Vm vm, Map<Vmid, Guest> guests) {
    if (vm.clone().isEmpty()) {
      return List.of(vm);
    }
    List<Vm> origins = new ArrayList<>();
    Set<Vmid> seen = new HashSet<>();
    Optional<Vm> next = Optional.of(vm);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      origins.add(next.get());
      next = next.get()
          .clone()
          .map(Clone::template)
          .map(guests::get)
          .filter(Vm.class::isInstance)
          .map(Vm.class::cast);
    }
    return origins;
  }
}
