package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Reports a guest under HA that the shutdown policy migrate can not move: a machine with a device that
 * does not move in use, or a guest whose strict rule leaves it one node. Its volumes are a matter of
 * HA-001 and HA-020.
 */
@RuleInfo(
    id = "HA-034",
    severity = Severity.WARNING,
    summary = "A guest can not be moved when its node is shut down",
    why = """
        With the policy migrate a node that is shut down waits until all its guests are on other \
        nodes. One that can not be moved keeps the shutdown waiting until somebody intervenes.""",
    remedy =
        "Relocate or stop the guest by hand before a shutdown, let it go to another node, or take"
            + " another policy.",
    sources = {
      "pve-docs: ha-manager.adoc, Shutdown Policy, Migrate",
      "qemu-server: src/PVE/QemuMigrate/Helpers.pm, check_local_resources"
    },
    since = "0.1")
final class StaysAtShutdown implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    boolean moves = plan.plan()
        .datacenter()
        .flatMap(Datacenter::shutdownPolicy)
        .filter(ShutdownPolicy.MIGRATE::equals)
        .isPresent();
    if (!moves || plan.nodes().size() < 2) {
      return;
    }
    for (HaResource resource : plan.ha().resources()) {
      if (RunningResources.runs(resource.guest(), plan)) {
        check(resource, plan.guest(resource.guest()).orElseThrow(), plan, findings);
      }
    }
  }

  private static void check(
      HaResource resource, Guest guest, ResolvedPlan plan, Findings findings) {
    findings.looksAt(resource.path());
    Optional<String> reason = device(guest, plan).or(() -> onlyNode(guest, plan));
    reason.ifPresent(it -> findings
        .on(resource.path())
        .says(
            "the shutdown policy is migrate, and %s can not be moved while it runs: %s",
            guest.name(), it)
        .because("policy", ShutdownPolicy.MIGRATE)
        .because("node", guest.node())
        .declaredAt(resource.declaredAt().or(guest::declaredAt)));
  }

  private static Optional<String> device(Guest guest, ResolvedPlan plan) {
    return guest instanceof Vm vm && !vm.devices().isEmpty()
        ? vm.devices().stream()
            .filter(device -> !movesInUse(device, plan))
            .findFirst()
            .map(device -> "it has " + device.deviceKind() + " device "
                + device.mapping().or(device::host).orElseThrow())
        : Optional.empty();
  }

  private static boolean movesInUse(GuestDevice device, ResolvedPlan plan) {
    return device.deviceKind() == DeviceKind.PCI
        && plan.mapping(device).filter(it -> it.liveMigration()).isPresent();
  }

  private static Optional<String> onlyNode(Guest guest, ResolvedPlan plan) {
    List<String> nodes = plan.placement().eligibleNodes(guest);
    return nodes.size() == 1
        ? plan.placement()
            .nodeRule(guest.vmid())
            .map(NodeAffinity::name)
            .map(rule -> "rule " + rule + " leaves it " + nodes.get(0) + " only")
        : Optional.empty();
  }
}
