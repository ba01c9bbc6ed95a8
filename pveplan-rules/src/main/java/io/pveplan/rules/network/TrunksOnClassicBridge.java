package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports a network card of a guest that is to pass VLAN tags on, on a Linux bridge that is not
 * VLAN-aware.
 *
 * <p>Looked at are the nodes where the guest may run; a bridge of Open vSwitch takes trunks.
 */
@RuleInfo(
    id = "NET-032",
    severity = Severity.ERROR,
    summary = "A guest has trunks on a bridge that is not VLAN-aware",
    why = """
        Only a VLAN-aware bridge or one of Open vSwitch passes chosen tags on to a guest. On any \
        other Linux bridge Proxmox VE ends with an error, and the guest does not start.""",
    remedy = "Make the bridge VLAN-aware, or leave the trunks out.",
    sources = "pve-common: src/PVE/Network.pm, tap_plug",
    since = "0.1")
final class TrunksOnClassicBridge implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Set<String>> classic = new HashMap<>();
    Set<String> bridges = new HashSet<>();
    for (Node node : plan.nodes()) {
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Bridge bridge) {
          bridges.add(bridge.name());
          if (!bridge.takesTags()) {
            classic.computeIfAbsent(bridge.name(), key -> new HashSet<>()).add(node.name());
          }
        }
      }
    }
    for (Guest guest : plan.guests()) {
      for (int number = 0; number < guest.nics().size(); number++) {
        GuestNic nic = guest.nics().get(number);
        if (!nic.trunks().isEmpty() && bridges.contains(nic.bridge())) {
          PlanPath subject = guest.path().child("net" + number);
          findings.looksAt(subject);
          report(guest, nic, subject, classic, plan, findings);
        }
      }
    }
  }

  private static void report(
      Guest guest,
      GuestNic nic,
      PlanPath subject,
      Map<String, Set<String>> classic,
      ResolvedPlan plan,
      Findings findings) {
    Set<String> faulty = classic.getOrDefault(nic.bridge(), Set.of());
    List<String> nodes =
        plan.placement().eligibleNodes(guest).stream().filter(faulty::contains).toList();
    if (!nodes.isEmpty()) {
      findings
          .on(subject)
          .says(
              "bridge %s of %s is not VLAN-aware and passes no tags on",
              nic.bridge(), TaggedCards.text(nodes))
          .because("bridge", nic.bridge())
          .because("nodes", nodes)
          .declaredAt(nic.declaredAt());
    }
  }
}
