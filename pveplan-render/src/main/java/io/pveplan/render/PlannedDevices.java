package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a node needs to hand PCI devices on to guests, long before they are mapped: firmware and
 * kernel are not changed any more once guests run (pve-docs, qm-pci-passthrough.adoc).
 */
final class PlannedDevices {

  /** The PCI devices of a node that guests get. */
  private static final class Handed {
    private final Set<String> mappings = new LinkedHashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final List<Phrase> unknown = new ArrayList<>();
    private boolean whole;

    String text() {
      List<String> parts = new ArrayList<>();
      if (!mappings.isEmpty()) {
        parts.add("PCI devices of " + String.join(", ", mappings));
      }
      if (!addresses.isEmpty()) {
        parts.add((addresses.size() == 1 ? "PCI device " : "PCI devices ")
            + String.join(", ", addresses));
      }
      return String.join(" and ", parts);
    }
  }

  private final ResolvedPlan plan;
  private final PlannedItems items;
  private final Map<String, Handed> byNode = new HashMap<>();

  PlannedDevices(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    for (DeviceMapping mapping : plan.plan().deviceMappings()) {
      if (mapping.deviceKind() == DeviceKind.PCI) {
        mapping.devices().forEach(device -> add(mapping, device));
      }
    }
    for (Vm vm : plan.vms()) {
      if (!vm.template() && vm.node().isPresent()) {
        vm.devices().forEach(device -> add(vm.node().get(), device));
      }
    }
    plan.nodes().stream()
        .filter(node -> byNode.containsKey(node.name()))
        .forEach(node -> add(node, byNode.get(node.name())));
  }

  private void add(DeviceMapping mapping, MappedDevice device) {
    Handed handed = byNode.computeIfAbsent(device.node(), key -> new Handed());
    handed.mappings.add(mapping.id());
    handed.whole |= !mapping.mediated();
    if (device.subsystemId().isEmpty() || device.iommuGroup().isEmpty()) {
      handed.unknown.add(unknown(mapping, device));
    }
  }

  private void add(String node, GuestDevice device) {
    if (device.deviceKind() == DeviceKind.PCI && device.host().isPresent()) {
      Handed handed = byNode.computeIfAbsent(node, key -> new Handed());
      handed.addresses.addAll(List.of(device.host().get().split(";")));
      handed.whole |= device.mediatedType().isEmpty();
    }
  }

  private void add(Node node, Handed handed) {
    items.before(
        node.path().child("iommu"),
        Step.HARDWARE,
        "switch on the IOMMU in the firmware of " + node.name()
            + " (VT-d of Intel, AMD-Vi of AMD), for " + handed.text());
    Phrase todo = Phrase.empty();
    if (handed.whole) {
      todo = todo.text(
              "have vfio, vfio_iommu_type1 and vfio_pci in /etc/modules-load.d/vfio.conf of "
                  + node.name() + ", then ")
          .code("update-initramfs -u -k all")
          .text(" and a restart; ");
    }
    todo = todo.text("see that the IOMMU of " + node.name() + " is on, for " + handed.text() + ": ")
        .code("dmesg | grep -e DMAR -e IOMMU -e AMD-Vi")
        .text("; a kernel before 6.8 needs intel_iommu=on on its command line where the CPU is of"
            + " Intel");
    items.before(node.path().child("iommu"), Step.HOST, todo);
    if (!handed.unknown.isEmpty()) {
      Phrase values = Phrase.of("values to fill in, in the plan and then rendered anew before step "
          + Step.TEMPLATES.number()
          + ", as no machine starts with a mapping that lacks them; on " + node.name() + ": ");
      String between = "";
      for (Phrase each : handed.unknown) {
        values = values.text(between).then(each);
        between = "; ";
      }
      items.before(node.path().child("mappings"), Step.HOST, values);
    }
  }

  // What pve-guest-common compares, src/PVE/Mapping/PCI.pm assert_valid. The kernel has both files
  // of the subsystem for each device, with 0x0000 where there is none. Of a device without function
  // the first one counts, of several the group of the first.
  private static Phrase unknown(DeviceMapping mapping, MappedDevice device) {
    String path = device.path().orElseThrow();
    String first = path.split(";")[0];
    String folder = "/sys/bus/pci/devices/" + (first.contains(".") ? first : first + ".0");
    Phrase text = Phrase.of("of " + path + " of " + mapping.id() + " ");
    if (device.subsystemId().isEmpty()) {
      text = text.text("the subsystem, ")
          .code("cat " + folder + "/subsystem_vendor " + folder + "/subsystem_device")
          .text(" without 0x");
    }
    if (device.iommuGroup().isEmpty()) {
      text = text.text(device.subsystemId().isEmpty() ? ", and " : "")
          .text("the IOMMU group, the last part of ")
          .code("readlink " + folder + "/iommu_group");
    }
    return text;
  }
}
