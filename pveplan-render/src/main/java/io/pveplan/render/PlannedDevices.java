package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.render.text.Phrase;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a node needs to hand PCI devices on to guests, long before they are mapped: firmware and
 * kernel are not changed any more once guests run (pve-docs, qm-pci-passthrough.adoc).
 */
final class PlannedDevices {

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedDevices(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    Map<String, Set<DeviceMapping>> byNode = new HashMap<>();
    for (DeviceMapping mapping : plan.plan().deviceMappings()) {
      if (mapping.deviceKind() == DeviceKind.PCI) {
        for (MappedDevice device : mapping.devices()) {
          byNode.computeIfAbsent(device.node(), key -> new LinkedHashSet<>()).add(mapping);
        }
      }
    }
    plan.nodes().stream()
        .filter(node -> byNode.containsKey(node.name()))
        .forEach(node -> add(node, byNode.get(node.name())));
  }

  private void add(Node node, Set<DeviceMapping> mappings) {
    String ids = String.join(", ", mappings.stream().map(DeviceMapping::id).toList());
    items.before(
        node.path().child("iommu"),
        Step.HARDWARE,
        "switch on the IOMMU in the firmware of " + node.name()
            + " (VT-d of Intel, AMD-Vi of AMD), for PCI devices of " + ids);
    Phrase todo = Phrase.empty();
    if (!mappings.stream().allMatch(DeviceMapping::mediated)) {
      todo = todo.text(
              "have vfio, vfio_iommu_type1 and vfio_pci in /etc/modules-load.d/vfio.conf of "
                  + node.name() + ", then ")
          .code("update-initramfs -u -k all")
          .text(" and a restart; ");
    }
    todo = todo.text(
            "see that the IOMMU of " + node.name() + " is on, for PCI devices of " + ids + ": ")
        .code("dmesg | grep -e DMAR -e IOMMU -e AMD-Vi")
        .text("; a kernel before 6.8 needs intel_iommu=on on its command line where the CPU is of"
            + " Intel");
    items.before(node.path().child("iommu"), Step.HOST, todo);
  }
}
