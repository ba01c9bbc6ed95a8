package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guests with the MAC addresses that the plan names and no others, to take over what is there: a card
 * has an address by then, and the one that pveplan would give it is another.
 */
final class WrittenMacs {

  private final Map<Vmid, Guest> written = new HashMap<>();

  WrittenMacs(ResolvedPlan plan) {
    plan.written().guests().forEach(guest -> written.put(guest.vmid(), guest));
  }

  Vm of(Vm vm) {
    return Vm.builder().from(vm).nics(nics(vm)).build();
  }

  Container of(Container container) {
    return Container.builder().from(container).nics(nics(container)).build();
  }

  private List<GuestNic> nics(Guest guest) {
    List<GuestNic> named = written.get(guest.vmid()).nics();
    List<GuestNic> nics = new ArrayList<>();
    for (GuestNic nic : guest.nics()) {
      int number = nics.size();
      nics.add(GuestNic.builder()
          .from(nic)
          .mac(number < named.size() ? named.get(number).mac() : Optional.empty())
          .build());
    }
    return nics;
  }
}
