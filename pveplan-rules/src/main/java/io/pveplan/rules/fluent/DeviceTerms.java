package io.pveplan.rules.fluent;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import java.util.List;
import java.util.OptionalInt;

/**
 * Mappings of devices and directories, and what machines are given of their node, in words for rules.
 * Meant to be imported statically.
 *
 * <pre>{@code
 * Rule mapped = rule("ACME-022", WARNING)
 *     .forEach(guestDevices())
 *     .should(have(deviceMapping(), matching("[a-z]+")))
 *     .fix("Map the device.");
 * }</pre>
 *
 * @since 0.1
 */
public final class DeviceTerms {

  private DeviceTerms() {}

  /** {@return the mappings of devices and directories} */
  public static Subjects<DeviceMapping> deviceMappings() {
    return Subjects.declared(
        "device mapping",
        "device mappings",
        plan -> plan.plan().deviceMappings(),
        DeviceMapping::path,
        DeviceMapping::id);
  }

  /** {@return the devices and directories that machines are given} */
  public static Parts<Guest, GuestDevice> guestDevices() {
    return Parts.of(
        "device",
        "devices",
        GuestTerms.guests(),
        (guest, plan) -> guest instanceof Vm vm ? vm.devices() : List.of(),
        (guest, device, number) -> guest.path().child(((Vm) guest).deviceSlot(number)));
  }

  /** {@return what a mapping stands for} */
  public static Fact<DeviceMapping, DeviceKind> mappingKind() {
    return Fact.always("a device kind", DeviceMapping::deviceKind);
  }

  /** {@return description of a mapping} */
  public static Fact<DeviceMapping, String> mappingDescription() {
    return Fact.said("a description", DeviceMapping::description);
  }

  /** {@return number of nodes that a mapping has an entry for} */
  public static Fact<DeviceMapping, Integer> mappingNodes() {
    return Fact.count("node", "nodes", mapping -> OptionalInt.of(nodes(mapping).size()));
  }

  /**
   * That a mapping has an entry for a node.
   *
   * @param node name of the node
   * @return holds for a mapping with an entry for the node
   */
  public static Condition<DeviceMapping> areOnNode(String node) {
    return Members.have("are on node", node, "is on", "nodes", (mapping, plan) -> nodes(mapping));
  }

  /** {@return holds for a mapping with which a running machine can be moved} */
  public static Condition<DeviceMapping> allowLiveMigration() {
    return Conditions.condition("allow live migration", DeviceMapping::liveMigration);
  }

  /** {@return holds for a mapping of PCI devices that make mediated ones} */
  public static Condition<DeviceMapping> makeMediatedDevices() {
    return Conditions.condition("make mediated devices", DeviceMapping::mediated);
  }

  /** {@return what a machine is given} */
  public static Fact<Part<Guest, GuestDevice>, DeviceKind> guestDeviceKind() {
    return Fact.always("a device kind", device -> device.value().deviceKind());
  }

  /** {@return mapping that a device of a machine comes by; none for one directly of its node} */
  public static Fact<Part<Guest, GuestDevice>, String> deviceMapping() {
    return Fact.said("a mapping", device -> device.value().mapping());
  }

  private static List<String> nodes(DeviceMapping mapping) {
    return mapping.devices().stream().map(MappedDevice::node).distinct().toList();
  }
}
