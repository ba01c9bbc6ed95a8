package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a VLAN tag of a guest that its VLAN-aware bridge does not let through. */
@RuleInfo(
    id = "NET-035",
    severity = Severity.WARNING,
    summary = "The VLAN tag of a guest is not among those of its bridge",
    why = """
        The uplink of a VLAN-aware bridge passes the VLANs of bridge-vids only: the guest reaches \
        others on its node, and nothing beyond.""",
    remedy = "Add the tag to the VLANs of the bridge, or give the guest one of them.",
    sources = {
      "pve-docs: pve-network.adoc, VLAN awareness on the Linux bridge",
      "pve-common: src/PVE/JSONSchema.pm, pve_verify_vlan_id_or_range"
    },
    since = "0.1")
final class TagNotLetThrough implements Rule {

  // The VLAN of untagged frames (PVID) of a bridge.
  private static final int UNTAGGED = 1;

  private static final List<VlanRange> ALL = List.of(VlanRange.of(2, 4094));

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    TaggedCards.of(plan, TagNotLetThrough::faulty)
        .forEach(findings::looksAt, (nic, subject, nodes) -> report(nic, subject, nodes, findings));
  }

  private static boolean faulty(Bridge bridge, VlanTag tag) {
    List<VlanRange> vids = bridge.vids().isEmpty() ? ALL : bridge.vids();
    return bridge.vlanAware() && vids.stream().noneMatch(range -> range.contains(tag));
  }

  private static void report(
      GuestNic nic, PlanPath subject, List<String> nodes, Findings findings) {
    VlanTag tag = nic.tag().orElseThrow();
    findings
        .on(subject)
        .says(
            "bridge %s of %s does not let VLAN tag %s through%s",
            nic.bridge(),
            TaggedCards.text(nodes),
            tag,
            tag.value() == UNTAGGED ? ", which is the same as untagged" : "")
        .because("bridge", nic.bridge())
        .because("tag", tag.value())
        .because("nodes", nodes)
        .declaredAt(nic.declaredAt());
  }
}
