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
import io.pveplan.rules.internal.PciAllotment;
import io.pveplan.rules.internal.PciAllotment.Lack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports a device that keeps a machine from starting on its node: the node has none for the mapping
 * or no IOMMU, or the PCI device is taken, by the machine itself or by others there, in the order of
 * the plan. It does not matter which way they come by it: an address is the same in a mapping, and
 * without a function it is all of them. Other nodes are a matter of HA-033 and MIG-007. Templates
 * never start, nor what HA is to keep off. Mediated devices are made for each machine.
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
      "pve-common: src/PVE/SysFSTools.pm, lspci",
      "pve-guest-common: src/PVE/Mapping/PCI.pm, assert_valid",
      "qemu-server: src/PVE/QemuServer/USB.pm, parse_usb_device",
      "pve-guest-common: src/PVE/Mapping/Dir.pm, find_on_current_node",
      "pve-docs: qm-pci-passthrough.adoc, General Requirements"
    },
    since = "0.1")
final class PassthroughImpossible implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PciAllotment allotment = PciAllotment.of(plan);
    for (Vm vm : plan.vms()) {
      if (!vm.template() && !vm.devices().isEmpty()) {
        Map<Integer, Lack> lacking = new HashMap<>();
        allotment.lacking(vm).forEach(lack -> lacking.put(lack.index(), lack));
        check(vm, lacking, plan, findings);
      }
    }
  }

  private static void check(
      Vm vm, Map<Integer, Lack> lacking, ResolvedPlan plan, Findings findings) {
    Map<String, Integer> uses = new HashMap<>();
    for (int index = 0; index < vm.devices().size(); index++) {
      GuestDevice device = vm.devices().get(index);
      PlanPath path = vm.path().child(vm.deviceSlot(index));
      findings.looksAt(path);
      Optional<Lack> lack = Optional.ofNullable(lacking.get(index));
      Optional<String> trouble = vm.node()
          .flatMap(node -> atHome(device, node, uses, plan))
          .or(() -> lack.map(it -> taken(vm, device, it)));
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
        missingFacts(device, vm.node().get(), plan).forEach(fact -> findings.undecided(path, fact));
      }
    }
  }

  private static String taken(Vm vm, GuestDevice device, Lack lack) {
    if (lack.holders().equals(Set.of(vm.vmid()))) {
      return lack.devices() == 1 ? "it has that device already" : "it has these devices already";
    }
    String node = vm.node().orElseThrow();
    return device.mapping().isEmpty()
        ? "on " + node + " it is " + lack.takenBy()
        : "the mapping has " + lack.devices()
            + (lack.devices() == 1 ? " device on " : " devices on ") + node + ", " + lack.takenBy();
  }

  // Mediated devices are made for each machine.
  private static boolean takesWhole(GuestDevice device) {
    return device.deviceKind() == DeviceKind.PCI && device.mediatedType().isEmpty();
  }

  // A mapping without them is refused at each start: the kernel tells a subsystem of every device.
  private static List<String> missingFacts(GuestDevice device, String node, ResolvedPlan plan) {
    List<String> missing = new ArrayList<>();
    plan.mapping(device).filter(it -> it.deviceKind() == DeviceKind.PCI).stream()
        .flatMap(mapping -> mapping.on(node).stream())
        .forEach(mapped -> {
          String where = mapped.path().orElse("the device") + " on " + node;
          if (mapped.subsystemId().isEmpty()) {
            missing.add("subsystem of " + where);
          }
          if (mapped.iommuGroup().isEmpty()) {
            missing.add("IOMMU group of " + where);
          }
        });
    return missing;
  }

  private static Optional<String> atHome(
      GuestDevice device, String node, Map<String, Integer> uses, ResolvedPlan plan) {
    Optional<DeviceMapping> mapping = plan.mapping(device);
    if (mapping.isPresent()) {
      int there = mapping.get().on(node).size();
      if (there == 0) {
        return Optional.of("the mapping has nothing on " + node);
      }
      // Its devices are looked at for mediated ones: assert_valid, mdev.
      if (device.mediatedType().isPresent() && !mapping.get().mediated()) {
        return Optional.of("the mapping does not say that its devices make mediated ones");
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
