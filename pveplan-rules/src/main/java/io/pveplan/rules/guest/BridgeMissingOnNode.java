package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.GuestBridges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reports a network card of a guest whose bridge or VNet a node that the guest may run on does not have.
 *
 * <p>A VNet is on the nodes of its zone. A node whose plan tells no interface is left undecided.
 * Templates are left out: they never run.
 */
@RuleInfo(
    id = "GST-017",
    severity = Severity.ERROR,
    summary = "A guest has a network card on a bridge or VNet that a node it may run on lacks",
    why = """
        The guest does not start on a node without its bridge, and HA that recovers it there \
        leaves it in error.""",
    remedy =
        "Plan the bridge on that node, add the node to the zone of the VNet, or keep the guest off it.",
    sources = {"pve-common: PVE/Network.pm, tap_plug", "pve-network: PVE/Network/SDN/Zones.pm"},
    since = "0.1")
final class BridgeMissingOnNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    GuestBridges bridges = GuestBridges.of(plan);
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm vm && vm.template()) {
        continue;
      }
      for (int number = 0; number < guest.nics().size(); number++) {
        GuestNic nic = guest.nics().get(number);
        PlanPath subject = guest.path().child("net" + number);
        findings.looksAt(subject);
        Set<String> there = bridges.nodes(nic.bridge());
        if (there.size() < plan.nodes().size()) {
          check(guest, nic, subject, bridges, plan, findings);
        }
      }
    }
  }

  private static void check(
      Guest guest,
      GuestNic nic,
      PlanPath subject,
      GuestBridges bridges,
      ResolvedPlan plan,
      Findings findings) {
    boolean vnet = plan.vnet(nic.bridge()).isPresent();
    Set<String> there = bridges.nodes(nic.bridge());
    List<String> lacking = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String node : plan.placement().eligibleNodes(guest)) {
      if (!there.contains(node)) {
        (bridges.isTold(nic.bridge(), node) ? lacking : unknown).add(node);
      }
    }
    if (!lacking.isEmpty()) {
      findings
          .on(subject)
          .says(
              "%s may run on %s, which has no %s %s",
              guest.name(), String.join(", ", lacking), vnet ? "VNet" : "bridge", nic.bridge())
          .because("bridge", nic.bridge())
          .because("nodesWithoutIt", lacking)
          .declaredAt(nic.declaredAt().or(guest::declaredAt));
    } else {
      unknown.forEach(node -> findings.undecided(subject, "interfaces of " + node));
    }
  }
}
