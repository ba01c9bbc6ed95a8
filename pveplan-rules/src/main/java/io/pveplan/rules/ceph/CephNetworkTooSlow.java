package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reports a node with OSDs whose way into a network of Ceph is slow. Where the plan says no public
 * network, that is the one of the name of the node. What OSDs write is not planned.
 */
@RuleInfo(
    id = "CEPH-017",
    severity = Severity.WARNING,
    summary = "A node reaches the network of Ceph over a slow line",
    why = """
        Each write goes over the network as often as there are copies, and after a failure all data of a \
        node do. A single NVMe disk fills a line of 10 Gbit/s.""",
    remedy = "Use 10 Gbit/s at least, and 25 Gbit/s or more for NVMe disks.",
    sources = {
      "pve-docs: pveceph.adoc, Network",
      "ceph: doc/start/hardware-recommendations.rst, Networks"
    },
    since = "0.1")
final class CephNetworkTooSlow implements Rule {

  private static final String SOURCE = "pve-docs: pveceph.adoc, Network";

  private static final RuleParameter<Integer> LEAST = RuleParameter.wholeNumber(
          "gbit", 10, "Gbit/s that a node with OSDs should have", SOURCE)
      .must(gbit -> gbit >= 1 && gbit <= 1600, "be from 1 to 1600");

  private static final RuleParameter<Integer> FOR_NVME = RuleParameter.wholeNumber(
          "gbitForNvme", 25, "Gbit/s that a node with OSDs on NVMe disks should have", SOURCE)
      .must(gbit -> gbit >= 1 && gbit <= 1600, "be from 1 to 1600");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LEAST, FOR_NVME);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<String> nvme = new HashSet<>();
    for (PlacedOsd osd : plan.cephLayout().osds()) {
      if (osd.deviceClass().filter(DiskKind.NVME.text()::equals).isPresent()) {
        nvme.add(osd.node().name());
      }
    }
    for (Node node : plan.nodes()) {
      if (!node.osds().isEmpty()) {
        int gbit = findings.parameter(nvme.contains(node.name()) ? FOR_NVME : LEAST);
        check(node, DataRate.gbit(gbit), plan, findings);
      }
    }
  }

  private static void check(Node node, DataRate wanted, ResolvedPlan plan, Findings findings) {
    Set<Set<String>> seen = new HashSet<>();
    for (String network : plan.cephNetworks(node.name())) {
      // A node outside of the network is the matter of CEPH-013 and CEPH-014.
      Optional<NetworkPath> path = plan.paths().path(node.name(), network);
      if (path.isEmpty() || !seen.add(path.get().nics())) {
        continue;
      }
      String name = path.get().interfaceName();
      findings.looksAt(node.path().child(name));
      Optional<DataRate> speed = path.get().speed();
      if (speed.isEmpty()) {
        findings.undecided(node.path().child(name), "speed of " + name + " of " + node.name());
      } else if (speed.get().compareTo(wanted) < 0) {
        findings
            .on(node.path().child(name))
            .says(
                "%s of %s carries %s for network %s of Ceph; its OSDs want %s",
                name, node.name(), speed.get(), network, wanted)
            .because("speed", speed.get())
            .because("wanted", wanted)
            .declaredAt(node.declaredAt());
      }
    }
  }
}
