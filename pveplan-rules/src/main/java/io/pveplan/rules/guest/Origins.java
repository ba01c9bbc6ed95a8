package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a virtual machine has of its own, or else from the templates it comes of. */
final class Origins {

  private Origins() {}

  static <T> Optional<T> of(Vm vm, ResolvedPlan plan, Function<Vm, Optional<T>> part) {
    Set<Vmid> seen = new HashSet<>();
    Optional<Vm> next = Optional.of(vm);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      Optional<T> found = part.apply(next.get());
      if (found.isPresent()) {
        return found;
      }
      next = next.get()
          .clone()
          .map(Clone::template)
          .flatMap(plan::guest)
          .filter(Vm.class::isInstance)
          .map(Vm.class::cast);
    }
    return Optional.empty();
  }
}
