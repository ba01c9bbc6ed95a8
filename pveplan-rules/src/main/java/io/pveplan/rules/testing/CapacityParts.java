package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a generated plan says more of memory and devices. It has dice of its own, so that the rest of a plan does
 * not change with it.
 */
final class CapacityParts {

  private final Dice dice;

  private CapacityParts(Dice dice) {
    this.dice = dice;
  }

  static ClusterPlan into(ClusterPlan plan, long seed) {
    CapacityParts parts = new CapacityParts(new Dice(seed ^ 0x5EEDL << 32));
    List<DeviceMapping> mappings = parts.mappings(plan.nodes());
    return ClusterPlan.builder()
        .from(plan)
        .deviceMappings(mappings)
        .nodes(plan.nodes().stream().map(parts::node).toList())
        .guests(
            plan.guests().stream().map(guest -> parts.guest(guest, mappings)).toList())
        .build();
  }

  private Node node(Node node) {
    return Node.builder()
        .from(node)
        .hostReserve(dice.maybe(30, () -> DataSize.gib(dice.of(2, 16, 64))))
        .build();
  }

  private Guest guest(Guest guest, List<DeviceMapping> mappings) {
    if (!(guest instanceof Vm vm)) {
      return guest;
    }
    Vm.Builder more = Vm.builder().from(vm);
    if (vm.memory().isPresent()) {
      more.balloon(dice.maybe(40, () -> DataSize.gib(dice.of(0, 1, 1))));
    }
    if (!vm.template() && dice.chance(15)) {
      more.addDevices(device(mappings));
    }
    return more.build();
  }

  private GuestDevice device(List<DeviceMapping> mappings) {
    if (mappings.isEmpty() || dice.chance(25)) {
      return GuestDevice.builder().deviceKind(DeviceKind.USB).host("1-2").build();
    }
    DeviceMapping mapping = dice.of(mappings);
    return GuestDevice.builder()
        .deviceKind(mapping.deviceKind())
        .mapping(mapping.id())
        .build();
  }

  // Most are on each node.
  private List<DeviceMapping> mappings(List<Node> nodes) {
    List<String> names = nodes.stream().map(Node::name).toList();
    if (names.isEmpty() || !dice.chance(50)) {
      return List.of();
    }
    List<String> some = dice.chance(70) ? names : dice.few(names);
    return List.of(
        DeviceMapping.builder()
            .deviceKind(DeviceKind.PCI)
            .id("gpu")
            .liveMigration(dice.chance(50))
            .devices(some.stream()
                .map(node -> MappedDevice.builder()
                    .node(node)
                    .path("0000:41:00.0")
                    .deviceId("10de:2204")
                    .subsystemId("10de:1467")
                    .iommuGroup(dice.chance(70) ? OptionalInt.of(30) : OptionalInt.empty())
                    .build())
                .toList())
            .build(),
        DeviceMapping.builder()
            .deviceKind(DeviceKind.DIRECTORY)
            .id("share")
            .devices(names.stream()
                .map(
                    node -> MappedDevice.builder().node(node).path("/srv/share").build())
                .toList())
            .build());
  }
}
