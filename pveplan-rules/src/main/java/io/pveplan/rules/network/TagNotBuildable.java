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

/** Reports a VLAN tag of a guest for which Proxmox VE can not make the VLAN of a classic bridge. */
@RuleInfo(
    id = "NET-033",
    severity = Severity.ERROR,
    summary = "The VLAN of a guest can not be made on its bridge",
    why = """
        For a tag on a bridge that is not VLAN-aware Proxmox VE makes a VLAN on its port and a \
        bridge over it. Without a port, or with names of more than 15 characters, it can not, and \
        the guest does not start.""",
    remedy = "Make the bridge VLAN-aware, or use a VNet.",
    sources = "pve-common: src/PVE/Network.pm, activate_bridge_vlan, check_iface_name",
    since = "0.1")
final class TagNotBuildable implements Rule {

  // IFNAMSIZ less the zero byte.
  private static final int LONGEST = 15;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    TaggedCards.of(plan, TagNotBuildable::faulty)
        .forEach(findings::looksAt, (nic, subject, nodes) -> report(nic, subject, nodes, findings));
  }

  private static boolean faulty(Bridge bridge, VlanTag tag) {
    return !bridge.takesTags()
        && (bridge.ports().isEmpty()
            || (bridge.name() + "v" + tag).length() > LONGEST
            || bridge.ports().stream().anyMatch(port -> (port + "." + tag).length() > LONGEST));
  }

  private static void report(
      GuestNic nic, PlanPath subject, List<String> nodes, Findings findings) {
    VlanTag tag = nic.tag().orElseThrow();
    findings
        .on(subject)
        .says(
            "the VLAN with tag %s can not be made on bridge %s of %s",
            tag, nic.bridge(), TaggedCards.text(nodes))
        .because("bridge", nic.bridge())
        .because("tag", tag.value())
        .because("nodes", nodes)
        .declaredAt(nic.declaredAt());
  }
}
