package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reports a machine under HA with a mapping that has no entry for a node to which HA may move it. The
 * node on which it begins is a matter of GST-026.
 */
@RuleInfo(
    id = "HA-033",
    severity = Severity.ERROR,
    summary = "A mapping of a machine under HA has nothing on a node it may go to",
    why = """
        HA does not look at devices when it selects a node. It moves the machine there, the start \
        fails, and after a few tries the machine is in error and stays off.""",
    remedy = "Give the mapping an entry for the node, or keep the machine off it by a strict rule.",
    sources = {
      "qemu-server: src/PVE/QemuServer/PCI.pm, parse_hostpci",
      "qemu-server: src/PVE/QemuMigrate.pm, prepare",
      "pve-guest-common: src/PVE/Mapping/PCI.pm, assert_valid"
    },
    since = "0.1")
final class MappingMissingUnderHa implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (HaResource resource : plan.ha().resources()) {
      if (plan.placement().recoveredByHa(resource.guest())
          && plan.guest(resource.guest()).orElseThrow() instanceof Vm vm
          && vm.devices().stream().anyMatch(device -> device.mapping().isPresent())) {
        check(resource, vm, plan, findings);
      }
    }
  }

  private static void check(HaResource resource, Vm vm, ResolvedPlan plan, Findings findings) {
    findings.looksAt(resource.path());
    Set<String> missing = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    Optional<GuestDevice> first = Optional.empty();
    for (GuestDevice device : vm.devices()) {
      Optional<DeviceMapping> mapping = plan.mapping(device);
      List<String> without = new ArrayList<>();
      for (String node : plan.placement().eligibleNodes(vm)) {
        boolean home = vm.node().filter(node::equals).isPresent();
        if (!home && mapping.isPresent() && mapping.get().on(node).isEmpty()) {
          without.add(node);
        }
        if (!home) {
          mapping.ifPresent(it -> unknown.addAll(facts(it, node)));
        }
      }
      if (!without.isEmpty()) {
        missing.add(mapping.orElseThrow().id() + " on " + String.join(", ", without));
        first = first.or(() -> Optional.of(device));
      }
    }
    if (first.isPresent()) {
      findings
          .on(resource.path())
          .says(
              "%s may be moved to nodes on which a mapping has nothing: %s",
              vm.name(), String.join("; ", missing))
          .because("missing", List.copyOf(missing))
          .declaredAt(first.get().declaredAt().or(resource::declaredAt));
    } else {
      unknown.forEach(fact -> findings.undecided(resource.path(), fact));
    }
  }

  // A mapping without them is refused at each start: the kernel tells a subsystem of every device.
  private static List<String> facts(DeviceMapping mapping, String node) {
    List<String> missing = new ArrayList<>();
    if (mapping.deviceKind() == DeviceKind.PCI) {
      for (MappedDevice mapped : mapping.on(node)) {
        String where = mapped.path().orElse("the device") + " on " + node;
        if (mapped.subsystemId().isEmpty()) {
          missing.add("subsystem of " + where);
        }
        if (mapped.iommuGroup().isEmpty()) {
          missing.add("IOMMU group of " + where);
        }
      }
    }
    return missing;
  }
}
