package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the guests that HA manages have what they need to start. */
final class HaVolumes {

  private HaVolumes() {}

  /** The guests that HA manages. */
  static Stream<Guest> guests(ResolvedPlan plan) {
    return plan.ha().resources().stream()
        .map(HaResource::guest)
        .filter(plan.placement()::recoveredByHa)
        .flatMap(vmid -> plan.guest(vmid).stream());
  }

  /** These guests by the storages that hold their disks and cloud-init drives. */
  static SortedMap<String, SortedSet<Vmid>> guestsByStorage(ResolvedPlan plan) {
    SortedMap<String, SortedSet<Vmid>> guests = new TreeMap<>();
    guests(plan).forEach(guest -> {
      for (GuestVolume volume : plan.placement().volumes(guest)) {
        if (volume.kind() != GuestVolume.Kind.ISO) {
          guests.computeIfAbsent(volume.storage(), key -> new TreeSet<>()).add(guest.vmid());
        }
      }
    });
    return guests;
  }
}
