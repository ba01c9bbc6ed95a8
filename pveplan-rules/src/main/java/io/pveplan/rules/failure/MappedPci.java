package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * PCI devices that machines take by mappings. One that runs keeps its own, and another one for which
 * none is left does not start; mediated devices are made for each (qemu-server,
 * src/PVE/QemuServer/PCI.pm, choose_hostpci_devices, reserve_pci_usage).
 */
final class MappedPci {

  private final ResolvedPlan plan;
  private final Map<String, List<Vm>> users = new LinkedHashMap<>();

  MappedPci(ResolvedPlan plan) {
    this.plan = plan;
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm vm && !vm.template() && vm.node().isPresent()) {
        wanted(vm)
            .keySet()
            .forEach(id -> users.computeIfAbsent(id, key -> new ArrayList<>()).add(vm));
      }
    }
  }

  /** Whether a guest takes any. */
  boolean takes(Guest guest) {
    return !wanted(guest).isEmpty();
  }

  /** The machines that take one of the mappings that a guest does, the guest among them. */
  List<Vm> rivals(Guest guest) {
    return wanted(guest).keySet().stream()
        .flatMap(id -> users.getOrDefault(id, List.of()).stream())
        .distinct()
        .toList();
  }

  /**
   * Why a guest gets none on a node.
   *
   * @param there the machines that run there; the guest may be among them
   */
  Optional<String> lacking(Guest guest, String node, Collection<Vm> there) {
    for (Map.Entry<String, Integer> want : wanted(guest).entrySet()) {
      String id = want.getKey();
      int devices = devices(guest, id, node);
      List<Vmid> holders = new ArrayList<>();
      int taken = 0;
      for (Vm other : there) {
        int has = other.vmid().equals(guest.vmid()) ? 0 : wanted(other).getOrDefault(id, 0);
        taken += has;
        if (has > 0) {
          holders.add(other.vmid());
        }
      }
      // A mapping without any there is told by itself.
      if (devices > 0 && taken + want.getValue() > devices) {
        return Optional.of("mapping " + id + " has " + devices
            + (devices == 1 ? " device on " : " devices on ") + node
            + (holders.isEmpty()
                ? ", and it takes " + want.getValue()
                : ", taken by " + names(holders)));
      }
    }
    return Optional.empty();
  }

  private static String names(List<Vmid> guests) {
    return guests.stream().sorted().map(Vmid::toString).collect(Collectors.joining(", "));
  }

  private int devices(Guest guest, String id, String node) {
    return ((Vm) guest)
        .devices().stream()
            .flatMap(device -> plan.mapping(device).stream())
            .filter(mapping ->
                mapping.deviceKind() == DeviceKind.PCI && mapping.id().equals(id))
            .findFirst()
            .map(mapping -> mapping.on(node).size())
            .orElse(0);
  }

  private Map<String, Integer> wanted(Guest guest) {
    if (!(guest instanceof Vm vm) || vm.devices().isEmpty()) {
      return Map.of();
    }
    Map<String, Integer> wanted = new LinkedHashMap<>();
    for (GuestDevice device : vm.devices()) {
      if (device.deviceKind() == DeviceKind.PCI && device.mediatedType().isEmpty()) {
        plan.mapping(device)
            .map(DeviceMapping::id)
            .ifPresent(id -> wanted.merge(id, 1, Integer::sum));
      }
    }
    return wanted;
  }
}
