package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.VlanTag;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a VLAN tag of a guest on a bridge that is not VLAN-aware, where it can be made. */
@RuleInfo(
    id = "NET-034",
    severity = Severity.INFO,
    summary = "A guest has a VLAN tag on a bridge that is not VLAN-aware",
    why = """
        Proxmox VE makes a bridge and a VLAN interface for each tag on its own; they stand in no \
        file and stay when the guest is gone.""",
    remedy = "Make the bridge VLAN-aware.",
    sources = {
      "pve-docs: pve-network.adoc, VLAN for Guest Networks",
      "pve-common: src/PVE/Network.pm, activate_bridge_vlan"
    },
    since = "0.1")
final class TagOnClassicBridge implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    TaggedCards.of(plan, TagOnClassicBridge::faulty)
        .forEach(findings::looksAt, (nic, subject, nodes) -> report(nic, subject, nodes, findings));
  }

  private static boolean faulty(Bridge bridge, VlanTag tag) {
    return !bridge.takesTags();
  }

  private static void report(
      GuestNic nic, PlanPath subject, List<String> nodes, Findings findings) {
    VlanTag tag = nic.tag().orElseThrow();
    findings
        .on(subject)
        .says(
            "for tag %s Proxmox VE makes bridge %sv%s on %s, since %s is not VLAN-aware",
            tag, nic.bridge(), tag, TaggedCards.text(nodes), nic.bridge())
        .because("bridge", nic.bridge())
        .because("tag", tag.value())
        .because("nodes", nodes)
        .declaredAt(nic.declaredAt());
  }
}
