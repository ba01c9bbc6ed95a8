package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
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

/**
 * Reports a device that keeps a machine from starting on its node: the node has none for the mapping
 * or no IOMMU, or the machine is given the same PCI device twice. Other nodes are a matter of HA-033
 * and MIG-007. Templates never start.
 */
@RuleInfo(
    id = "GST-026",
    severity = Severity.ERROR,
    summary = "A device can not be passed through to a machine on its node",
    why = """
        Proxmox VE looks for each device when the machine starts. A mapping without an entry for the \
        node, or a PCI device that is taken already, ends the start.""",
    remedy = "Give the mapping an entry for the node, switch its IOMMU on, or name another device.",
    sources = {
      "qemu-server: src/PVE/QemuServer/PCI.pm, parse_hostpci, choose_hostpci_devices",
      "pve-guest-common: src/PVE/Mapping/PCI.pm, assert_valid",
      "qemu-server: src/PVE/QemuServer/USB.pm, parse_usb_device",
      "pve-guest-common: src/PVE/Mapping/Dir.pm, find_on_current_node",
      "pve-docs: qm-pci-passthrough.adoc, General Requirements"
    },
    since = "0.1")
final class PassthroughImpossible implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.guests().forEach(guest -> {
      if (guest instanceof Vm vm && !vm.template() && !vm.devices().isEmpty()) {
        check(vm, plan, findings);
      }
    });
  }

  private static void check(Vm vm, ResolvedPlan plan, Findings findings) {
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
        trouble = atHome(device, vm.node().get(), uses, plan);
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
      if (device.deviceKind() == DeviceKind.PCI && device.mediatedType().isEmpty()) {
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
