package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.Set;

/** Reports a node with ZFS, that of the system among it, or with guests under HA, whose memory is not declared to have ECC. */
@RuleInfo(
    id = "NODE-015",
    severity = Severity.INFO,
    summary = "A node with ZFS or HA has no ECC memory",
    why = """
        A flipped bit in memory is written to disk as good data, and one in the system stops the \
        node.""",
    remedy = "Take ECC memory, and say so in the plan.",
    sources = {"pve-docs: local-zfs.adoc, Hardware", "pve-docs: ha-manager.adoc"},
    since = "0.1")
final class NoEccMemory implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<String> underHa = underHa(plan);
    for (Node node : plan.nodes()) {
      boolean zfs = !node.zfsPools().isEmpty() || installedOnZfs(node);
      if (!zfs && !underHa.contains(node.name())) {
        continue;
      }
      findings.looksAt(node.path());
      if (!node.hardware().flatMap(Hardware::eccMemory).orElse(false)) {
        findings
            .on(node.path())
            .says(
                "node %s has %s, and the plan names no ECC memory",
                node.name(), zfs ? "a ZFS pool" : "guests under HA")
            .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
      }
    }
  }

  private static boolean installedOnZfs(Node node) {
    return node.hardware()
        .flatMap(Hardware::systemDisks)
        .filter(system -> system.filesystem() == SystemFilesystem.ZFS)
        .isPresent();
  }

  private static Set<String> underHa(ResolvedPlan plan) {
    Set<String> nodes = new HashSet<>();
    for (HaResource resource : plan.ha().resources()) {
      if (nodes.size() == plan.nodes().size()) {
        break;
      }
      plan.guest(resource.guest())
          .filter(guest -> plan.placement().managedByHa(guest.vmid()))
          .ifPresent(guest -> nodes.addAll(plan.placement().eligibleNodes(guest)));
    }
    return nodes;
  }
}
