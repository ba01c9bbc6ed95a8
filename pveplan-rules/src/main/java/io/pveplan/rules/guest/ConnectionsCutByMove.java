package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports an online move of a virtual machine in a subnet of a Simple zone with SNAT: each node has a
 * table of its own of the connections that it translates.
 */
@RuleInfo(
    id = "MIG-024",
    severity = Severity.INFO,
    summary = "Connections of a VM through SNAT break with its move",
    why = """
        The node translates the addresses of the VM, and its table of connections stays behind. Taking the entries along is tried at best, and seldom works with SNAT.""",
    remedy = "Expect that connections to the outside are cut, or route the subnet.",
    sources = "pve-docs: qm.adoc, Conntrack State Migration",
    since = "0.1")
final class ConnectionsCutByMove implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<PlannedMove> live = PlannedMoves.of(plan).live();
    if (live.isEmpty()) {
      return;
    }
    Set<String> translated = translated(plan);
    for (PlannedMove each : live) {
      findings.looksAt(each.move().path());
      List<String> vnets = each.guest().nics().stream()
          .map(GuestNic::bridge)
          .filter(translated::contains)
          .distinct()
          .toList();
      if (!vnets.isEmpty()) {
        findings
            .on(each.move().path())
            .says(
                "%s moves online to %s and reaches the outside through SNAT of %s",
                each.guest().name(), each.move().target(), String.join(", ", vnets))
            .because("vnets", vnets)
            .declaredAt(each.move().declaredAt());
      }
    }
  }

  private static Set<String> translated(ResolvedPlan plan) {
    Set<String> vnets = new HashSet<>();
    for (SdnSubnet subnet : plan.sdn().subnets()) {
      boolean simple = plan.vnet(subnet.vnet())
          .map(Vnet::zone)
          .flatMap(plan::zone)
          .filter(SimpleZone.class::isInstance)
          .isPresent();
      if (subnet.snat() && simple) {
        vnets.add(subnet.vnet());
      }
    }
    return vnets;
  }
}
