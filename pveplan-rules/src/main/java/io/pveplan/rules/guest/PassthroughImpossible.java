package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reports a device that keeps a machine from starting on its node: the node has none for the mapping
 * or no IOMMU, the machine is given the same PCI device twice, or others there take all PCI devices of
 * the mapping before it, in the order of the plan. Other nodes are a matter of HA-033 and MIG-007.
 * Templates never start, nor what HA is to keep off.
 */
@RuleInfo(
    id = "GST-026",
    severity = Severity.ERROR,
    summary = "A device can not be passed through to a machine on its node",
    why = """
        Proxmox VE looks for each device when the machine starts. A mapping without an entry for the \
        node, or a PCI device that is taken already, by another machine too, ends the start.""",
    remedy =
        "Give the mapping an entry for the node, switch its IOMMU on, name another device, or put"
            + " the machine on a node with a free one.",
    sources = {
      "qemu-server: src/PVE/QemuServer/PCI.pm, parse_hostpci, choose_hostpci_devices, reserve_pci_usage",
      "pve-guest-common: src/PVE/Mapping/PCI.pm, assert_valid",
      "qemu-server: src/PVE/QemuServer/USB.pm, parse_usb_device",
      "pve-guest-common: src/PVE/Mapping/Dir.pm, find_on_current_node",
      "pve-docs: qm-pci-passthrough.adoc, General Requirements"
    },
    since = "0.1")
final class PassthroughImpossible implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Taken> taken = new HashMap<>();
    plan.guests().forEach(guest -> {
      if (guest instanceof Vm vm && !vm.template() && !vm.devices().isEmpty()) {
        check(vm, taken, plan, findings);
      }
    });
  }

  /** PCI devices of a mapping that are taken on a node, and by which machines. */
  private static final class Taken {
    private int devices;
    private final SortedSet<Vmid> by = new TreeSet<>();
  }

  private static void check(Vm vm, Map<String, Taken> taken, ResolvedPlan plan, Findings findings) {
    Set<String> addresses = new HashSet<>();
    Map<String, Integer> uses = new HashMap<>();
    for (int index = 0; index < vm.devices().size(); index++) {
      GuestDevice device = vm.devices().get(index);
      PlanPath path = vm.path().child(vm.deviceSlot(index));
      findings.looksAt(path);
      boolean again = device.host().isPresent()
          && device.deviceKind() == DeviceKind.PCI
          && !added(addresses, device.host().get());
      Optional<String> trouble =
          again ? Optional.of("it has that device already") : Optional.empty();
      if (trouble.isEmpty() && vm.node().isPresent()) {
        trouble =
            atHome(device, vm.node().get(), uses, plan).or(() -> byOthers(vm, device, taken, plan));
      }
      if (trouble.isPresent()) {
        findings
            .on(path)
            .says(
                "%s can not get %s: %s",
                vm.name(), device.mapping().or(device::host).orElseThrow(), trouble.get())
            .because("node", vm.node())
            .declaredAt(device.declaredAt().or(vm::declaredAt));
      } else if (vm.node().isEmpty()) {
        findings.undecided(path, "node of guest " + vm.vmid());
      } else {
        missingGroups(device, vm.node().get(), plan)
            .forEach(fact -> findings.undecided(path, fact));
      }
    }
  }

  // A machine that HA keeps off takes none.
  private static Optional<String> byOthers(
      Vm vm, GuestDevice device, Map<String, Taken> taken, ResolvedPlan plan) {
    boolean off = plan.placement()
        .haResource(vm.vmid())
        .filter(it -> it.state() == HaState.STOPPED || it.state() == HaState.DISABLED)
        .isPresent();
    Optional<DeviceMapping> mapping = plan.mapping(device);
    if (off || mapping.isEmpty() || !takesWhole(device)) {
      return Optional.empty();
    }
    String node = vm.node().orElseThrow();
    int there = mapping.get().on(node).size();
    Taken before = taken.computeIfAbsent(mapping.get().id() + " on " + node, key -> new Taken());
    if (before.devices < there) {
      before.devices++;
      before.by.add(vm.vmid());
      return Optional.empty();
    }
    return Optional.of("the mapping has " + there + (there == 1 ? " device on " : " devices on ")
        + node + ", taken by "
        + before.by.stream().map(Vmid::toString).collect(Collectors.joining(", ")));
  }

  // Mediated devices are made for each machine.
  private static boolean takesWhole(GuestDevice device) {
    return device.deviceKind() == DeviceKind.PCI && device.mediatedType().isEmpty();
  }

  // Without its group a mapping is refused at each start.
  private static List<String> missingGroups(GuestDevice device, String node, ResolvedPlan plan) {
    return plan.mapping(device).filter(it -> it.deviceKind() == DeviceKind.PCI).stream()
        .flatMap(mapping -> mapping.on(node).stream())
        .filter(mapped -> mapped.iommuGroup().isEmpty())
        .map(mapped -> "IOMMU group of " + mapped.path().orElse("the device") + " on " + node)
        .toList();
  }

  private static boolean added(Set<String> addresses, String host) {
    boolean added = true;
    for (String address : List.of(host.split(";"))) {
      added &= addresses.add(address);
    }
    return added;
  }

  private static Optional<String> atHome(
      GuestDevice device, String node, Map<String, Integer> uses, ResolvedPlan plan) {
    Optional<DeviceMapping> mapping = plan.mapping(device);
    if (mapping.isPresent()) {
      int there = mapping.get().on(node).size();
      if (there == 0) {
        return Optional.of("the mapping has nothing on " + node);
      }
      if (takesWhole(device)) {
        int used = uses.merge(mapping.get().id(), 1, Integer::sum);
        if (used > there) {
          return Optional.of("the mapping has only " + there + " on " + node);
        }
      }
    }
    boolean withoutIommu = device.deviceKind() == DeviceKind.PCI
        && plan.node(node)
            .flatMap(it -> it.hardware())
            .flatMap(Hardware::cpu)
            .flatMap(Cpu::iommu)
            .filter(there -> !there)
            .isPresent();
    return withoutIommu ? Optional.of(node + " has no IOMMU") : Optional.empty();
  }
}
