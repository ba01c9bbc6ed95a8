package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.InterfaceAddress;
import java.util.Optional;

/** Tells whether two uses of an address are two views of one machine. */
final class OneMachine {

  private final ResolvedPlan plan;

  OneMachine(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** Whether the plan says that both are one machine, or another rule says all about the two. */
  boolean same(AddressUse use, AddressUse first) {
    if (use.kind() == first.kind()) {
      return use.owner().equals(first.owner());
    }
    if (first.kind() == AddressKind.GATEWAY && use.kind() == AddressKind.NODE) {
      return isOn(use, first.owner());
    }
    if (first.kind() == AddressKind.GATEWAY && use.kind() == AddressKind.VIP) {
      return use.owner().equals(first.owner());
    }
    if (use.kind().isAsked() || first.kind().isAsked()) {
      return !isController(use) && !isController(first);
    }
    // Whoever has a virtual address offers something there.
    if (use.kind().isService() && first.kind() == AddressKind.VIP) {
      return true;
    }
    if (use.kind().isService() && first.kind().isService()) {
      return true;
    }
    if (use.kind().isService() && first.kind() == AddressKind.NODE) {
      return offers(first.owner(), use);
    }
    if (use.kind() == AddressKind.GUEST && first.kind().isService()) {
      return first.kind() == AddressKind.QDEVICE || name(use).equals(Optional.of(first.owner()));
    }
    return false;
  }

  /** Whether both may be one machine although the plan does not say so. */
  static boolean possibly(AddressUse use, AddressUse first) {
    boolean guest = use.kind() == AddressKind.GUEST;
    return use.kind().isService() && !isController(first) && first.kind() != AddressKind.SWITCH
        || use.kind() == AddressKind.SWITCH && first.kind() == AddressKind.GATEWAY
        || guest && first.kind().isService()
        || guest && first.kind() == AddressKind.GATEWAY;
  }

  private static boolean isController(AddressUse use) {
    return use.kind() == AddressKind.BMC || use.kind() == AddressKind.UPS;
  }

  // NET-021 reports a node that has the address of the gateway of its own network.
  private static boolean isOn(AddressUse use, String network) {
    return use.assigned().flatMap(InterfaceAddress::network).equals(Optional.of(network));
  }

  // CLU-009 reports a QDevice on a node or on a guest.
  private boolean offers(String node, AddressUse service) {
    return service.kind() == AddressKind.QDEVICE
        || service.owner().equals(node)
        || plan.node(node).orElseThrow().roles().contains(NodeRole.STORAGE);
  }

  private Optional<String> name(AddressUse guest) {
    return plan.guest(Vmid.of(Integer.parseInt(guest.owner()))).map(Guest::name);
  }
}
