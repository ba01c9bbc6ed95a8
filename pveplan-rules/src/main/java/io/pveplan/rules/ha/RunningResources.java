package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import java.util.stream.Stream;

/** The guests that HA acts on, and those of them that it keeps running. */
final class RunningResources {

  private RunningResources() {}

  /** The resources that HA moves when their node fails. */
  static Stream<HaResource> recovered(ResolvedPlan plan) {
    return plan.ha().resources().stream()
        .filter(resource -> plan.placement().recoveredByHa(resource.guest()));
  }

  /** Whether HA keeps a guest running: one that is to be off takes no node from others. */
  static boolean runs(Vmid guest, ResolvedPlan plan) {
    return plan.placement().startedByHa(guest);
  }
}
