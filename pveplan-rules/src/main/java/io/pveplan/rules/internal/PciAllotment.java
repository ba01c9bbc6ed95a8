package io.pveplan.rules.internal;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Which PCI devices of their nodes machines have, in the order of the plan: the one that is named, or
 * the first of a mapping that is free. A device is reserved for one machine, by address, however the
 * machine comes by it; mediated devices are not reserved, as each machine gets its own (qemu-server,
 * src/PVE/QemuServer/PCI.pm, choose_hostpci_devices and reserve_pci_usage, src/PVE/QemuServer.pm,
 * vm_start_nolock).
 *
 * <p>Templates never start, nor what HA is to keep off: these have none.
 */
public final class PciAllotment {

  /**
   * A device that a machine does not get.
   *
   * @param index number of the device among those of the machine
   * @param devices how many it could get there
   * @param holders the machines that have these, maybe itself
   */
  public record Lack(int index, int devices, SortedSet<Vmid> holders) {

    /** Who has them, for messages. */
    public String takenBy() {
      return "taken by " + holders.stream().map(Vmid::toString).collect(Collectors.joining(", "));
    }
  }

  private final ResolvedPlan plan;
  private final Map<String, Map<String, List<String>>> paths = new HashMap<>();
  private final Map<String, PciHolders> nodes = new HashMap<>();
  private final Map<Vmid, List<Lack>> lacks = new HashMap<>();

  private PciAllotment(ResolvedPlan plan) {
    this.plan = plan;
    for (DeviceMapping mapping : plan.plan().deviceMappings()) {
      if (mapping.deviceKind() == DeviceKind.PCI) {
        Map<String, List<String>> byNode = new HashMap<>();
        for (MappedDevice device : mapping.devices()) {
          device
              .path()
              .ifPresent(path -> byNode
                  .computeIfAbsent(device.node(), key -> new ArrayList<>())
                  .add(path));
        }
        paths.put(mapping.id(), byNode);
      }
    }
    for (Vm vm : plan.vms()) {
      if (!vm.template() && !vm.devices().isEmpty()) {
        boolean there = vm.node().isPresent() && starts(vm);
        PciHolders holders = there
            ? nodes.computeIfAbsent(vm.node().get(), key -> new PciHolders())
            : new PciHolders();
        lacks.put(vm.vmid(), take(vm, vm.node().orElse(""), holders));
      }
    }
  }

  /** What the machines of a plan have, computed once. */
  public static PciAllotment of(ResolvedPlan plan) {
    return plan.derived(PciAllotment.class, PciAllotment::new);
  }

  /** The devices that a machine of the plan does not get where the plan puts it. */
  public List<Lack> lacking(Vm vm) {
    return lacks.getOrDefault(vm.vmid(), List.of());
  }

  /** What machines get on a node, one after the other, beside those that the plan puts there. */
  public Arrival arrival(String node) {
    PciHolders there = nodes.getOrDefault(node, new PciHolders()).copy();
    return vm -> vm.template() || !starts(vm) ? List.of() : take(vm, node, there);
  }

  /** Machines that come to a node. */
  public interface Arrival {

    /** The devices that one more machine does not get there. */
    List<Lack> lacking(Vm vm);
  }

  private boolean starts(Vm vm) {
    return plan.placement()
        .haResource(vm.vmid())
        .filter(it -> it.state() == HaState.STOPPED || it.state() == HaState.DISABLED)
        .isEmpty();
  }

  private List<Lack> take(Vm vm, String node, PciHolders holders) {
    List<Lack> lacking = new ArrayList<>();
    for (int index = 0; index < vm.devices().size(); index++) {
      GuestDevice device = vm.devices().get(index);
      List<String> some =
          device.deviceKind() == DeviceKind.PCI && device.mediatedType().isEmpty()
              ? paths(device, node)
              : List.of();
      if (!some.isEmpty()) {
        String name = device.mapping().or(device::host).orElseThrow();
        int number = index;
        holders
            .take(vm.vmid(), name, some)
            .ifPresent(by -> lacking.add(new Lack(number, some.size(), by)));
      }
    }
    return lacking;
  }

  // A mapping without any there is told by itself.
  private List<String> paths(GuestDevice device, String node) {
    return device
        .host()
        .map(List::of)
        .orElseGet(() -> paths
            .getOrDefault(device.mapping().orElseThrow(), Map.of())
            .getOrDefault(node, List.of()));
  }
}
