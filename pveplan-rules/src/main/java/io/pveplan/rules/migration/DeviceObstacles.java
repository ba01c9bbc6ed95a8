package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.ContainerDevice;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a guest has of its node that does not go along (qemu-server, src/PVE/QemuMigrate/Helpers.pm,
 * check_local_resources, and src/PVE/QemuMigrate.pm, prepare; pve-container,
 * src/PVE/LXC/Migrate.pm, prepare).
 */
final class DeviceObstacles implements Obstacles {

  private final ResolvedPlan plan;
  private final List<String> nodes;
  private final List<String> withoutIommu;
  private final Map<DeviceMapping, List<String>> unmapped = new ConcurrentHashMap<>();

  DeviceObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
    this.withoutIommu = plan.nodes().stream()
        .filter(node -> node.hardware()
            .flatMap(Hardware::cpu)
            .flatMap(Cpu::iommu)
            .filter(there -> !there)
            .isPresent())
        .map(Node::name)
        .toList();
  }

  @Override
  public void addTo(RowDraft row) {
    if (row.guest() instanceof Vm vm) {
      for (int index = 0; index < vm.devices().size(); index++) {
        add(row, vm.deviceSlot(index), vm.devices().get(index));
      }
    } else if (row.guest() instanceof Container container) {
      container.mountPoints().forEach(point -> add(row, point));
      container.devices().forEach(device -> add(row, device));
    }
  }

  private void add(RowDraft row, String slot, GuestDevice device) {
    Optional<DeviceMapping> mapping = plan.mapping(device);
    if (mapping.isEmpty()) {
      String host = device.host().orElseThrow();
      addOfNode(row, slot, host, device.deviceKind() + " device " + host);
      return;
    }
    String id = mapping.get().id();
    row.block(
        BlockerKind.MAPPING,
        slot,
        id,
        "mapping " + id + " has nothing there",
        unmapped.computeIfAbsent(mapping.get(), this::unmapped));
    if (device.deviceKind() == DeviceKind.DIRECTORY) {
      row.blockLive(
          BlockerKind.SHARED_DIRECTORY,
          slot,
          id,
          "directory " + id + " can not be moved in use",
          nodes);
    } else if (device.deviceKind() == DeviceKind.USB || !mapping.get().liveMigration()) {
      row.blockLive(
          BlockerKind.DEVICE_IN_USE, slot, id, "mapping " + id + " can not be moved in use", nodes);
    }
    if (device.deviceKind() == DeviceKind.PCI) {
      row.block(BlockerKind.DEVICE, slot, id, "there is no IOMMU", withoutIommu);
    }
  }

  // HA forces the move of what is off; whether it starts there depends on what the node has at that
  // place (pve-ha-manager, src/PVE/HA/Resources/PVEVM.pm, migrate).
  private void addOfNode(RowDraft row, String slot, String host, String device) {
    Vmid guest = row.guest().vmid();
    boolean forced = plan.placement().managedByHa(guest);
    row.add(
        BlockerKind.DEVICE,
        slot,
        host,
        "it has " + device + " of its node",
        forced ? Hindered.RUNNING : Hindered.ANY,
        nodes);
    if (forced) {
      row.open(
          BlockerKind.DEVICE, "whether other nodes have " + device + " of guest " + guest, nodes);
    }
  }

  private List<String> unmapped(DeviceMapping mapping) {
    return nodes.stream().filter(node -> mapping.on(node).isEmpty()).toList();
  }

  private void add(RowDraft row, MountPoint point) {
    if (point.source().isPresent() && !point.shared()) {
      row.block(
          BlockerKind.MOUNT_POINT,
          point.path(),
          point.source().get(),
          "it has " + point.source().get() + " of its node at " + point.path(),
          nodes);
    }
  }

  private void add(RowDraft row, ContainerDevice device) {
    row.open(
        BlockerKind.DEVICE,
        "whether other nodes have device " + device.path() + " of guest "
            + row.guest().vmid(),
        nodes);
  }
}
