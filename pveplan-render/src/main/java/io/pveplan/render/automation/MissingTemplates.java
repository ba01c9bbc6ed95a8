package io.pveplan.render.automation;

import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Templates that the plan gives to Terraform and a provider can not express: no script makes them,
 * so nothing can be cloned from them.
 */
final class MissingTemplates {

  private final Map<Vmid, PlannedVm> wanted = new HashMap<>();
  private final Set<Vmid> refused = new HashSet<>();

  /**
   * Those among some machines.
   *
   * @param wanted all machines that the plan gives to Terraform
   * @param refused whether the provider can not express a machine
   */
  MissingTemplates(List<PlannedVm> wanted, Predicate<PlannedVm> refused) {
    for (PlannedVm guest : wanted) {
      this.wanted.put(guest.vm().vmid(), guest);
      if (refused.test(guest)) {
        this.refused.add(guest.vm().vmid());
      }
    }
  }

  /** Why a machine can not be cloned, if that is so. */
  Optional<String> reason(PlannedVm guest) {
    if (refused.isEmpty() || guest.template().isEmpty()) {
      return Optional.empty();
    }
    Set<Vmid> seen = new HashSet<>();
    Optional<Vmid> template = guest.template().map(Vm::vmid);
    while (template.isPresent() && seen.add(template.get())) {
      if (refused.contains(template.get())) {
        return Optional.of("it would be cloned from " + template.get()
            + ", which the provider can not make and no script makes, either");
      }
      template = Optional.ofNullable(wanted.get(template.get()))
          .flatMap(PlannedVm::template)
          .map(Vm::vmid);
    }
    return Optional.empty();
  }
}
