package io.pveplan.rules.failure;

import static io.pveplan.rules.failure.InterruptionKind.ROLE;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.Zone;
import java.util.Collection;
import java.util.List;

/** What nodes and guests that are gone did for the others. */
final class LostRoles {

  private final ResolvedPlan plan;
  private final Hosted hosted;

  LostRoles(ResolvedPlan plan, Hosted hosted) {
    this.plan = plan;
    this.hosted = hosted;
  }

  void ofNodes(Collection<String> gone, Interruptions found) {
    for (String node : gone) {
      hosted.on(node).forEach(it -> found.add(ROLE, it.name(), List.of(node), List.of()));
    }
    for (Zone zone : plan.sdn().zones()) {
      if (zone instanceof EvpnZone evpn && !evpn.exitNodes().isEmpty()) {
        if (gone.containsAll(evpn.exitNodes())) {
          found.add(ROLE, "all exit nodes of zone " + zone.id(), evpn.exitNodes(), List.of());
        } else {
          evpn.primaryExitNode()
              .filter(gone::contains)
              .ifPresent(node -> found.add(
                  ROLE, "first exit node of zone " + zone.id(), List.of(node), List.of()));
        }
      }
    }
  }

  void ofGuests(GuestFates fates, Interruptions found) {
    hosted.guests().forEach((guest, services) -> {
      if (!fates.up(guest)) {
        services.forEach(it -> found.add(ROLE, it.name(), List.of(), List.of(guest)));
      }
    });
  }
}
