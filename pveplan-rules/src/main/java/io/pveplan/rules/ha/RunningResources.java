package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import java.util.stream.Stream;

/** The guests that HA acts on, and those of them that it keeps running. */
final class RunningResources {

  private RunningResources() {}

  /** The resources that HA does not ignore. */
  static Stream<HaResource> managed(ResolvedPlan plan) {
    return plan.ha().resources().stream()
        .filter(resource -> plan.placement().managedByHa(resource.guest()));
  }

  /** Whether HA keeps a guest running: one that is to be off takes no node from others. */
  static boolean runs(Vmid guest, ResolvedPlan plan) {
    return plan.placement()
        .haResource(guest)
        .filter(it -> it.state() == HaState.STARTED)
        .isPresent();
  }
}
