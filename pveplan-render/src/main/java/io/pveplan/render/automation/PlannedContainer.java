package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A container with what a provider has to know of it.
 *
 * @param container the container
 * @param ha its HA resource
 * @param label its Terraform identifier
 * @param tags as Proxmox VE has them in the end
 */
record PlannedContainer(
    Container container, Optional<HaResource> ha, String label, SortedSet<String> tags) {

  static PlannedContainer of(ResolvedPlan plan, Container container, Labels labels) {
    return new PlannedContainer(
        container,
        plan.placement().haResource(container.vmid()),
        labels.of(container),
        StoredTags.of(plan, container));
  }

  /** The fleet it is made with. */
  Optional<String> fleet() {
    return container.fleet();
  }

  /** Whether it is running once it exists. */
  boolean started() {
    return ha.map(HaResource::state)
        .map(state -> state != HaState.STOPPED && state != HaState.DISABLED)
        .orElse(true);
  }
}
