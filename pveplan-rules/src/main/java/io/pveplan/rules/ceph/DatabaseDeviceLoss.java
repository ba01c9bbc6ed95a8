package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Reports a device with databases or logs of several OSDs whose loss leaves too little room. Where
 * there is no node to spare, their data are made anew on the other OSDs of the node.
 */
@RuleInfo(
    id = "CEPH-026",
    severity = Severity.WARNING,
    summary = "Ceph is above nearfull once a device of databases is lost",
    why = """
        All OSDs with a database or log on a device are lost with it. If that fills the others above \
        nearfull the cluster stops healing, and then taking writes.""",
    remedy = "Spread the databases over several devices, or add OSDs.",
    sources = {
      "pve-docs: pveceph.adoc, Disks",
      "ceph: doc/rados/configuration/mon-config-ref.rst, Storage Capacity",
      "derived"
    },
    since = "0.1")
final class DatabaseDeviceLoss implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      BlockDevices.of(node).shared().forEach((device, osds) -> {
        if (osds.size() > 1) {
          check(node, device, osds, plan.cephLayout(), findings);
        }
      });
    }
  }

  private static void check(
      Node node, String device, List<Osd> osds, CephLayout ceph, Findings findings) {
    PlanPath path = node.path().child(device);
    findings.looksAt(path);
    for (ClassCapacity each : ceph.classes()) {
      double lost = BlockDevices.raw(each.osds(), node, osds);
      if (each.osds().stream()
          .noneMatch(osd -> osd.node().equals(node) && osds.contains(osd.osd()))) {
        continue;
      }
      double ratio = spare(each, ceph) ? each.ratioWithout(lost) : within(each, node, lost);
      if (each.sized() && ratio > ClassCapacity.NEARFULL) {
        findings
            .on(path)
            .says(
                "%s of %s holds databases or logs of %d OSDs; without them the data of class %s take"
                    + " %.0f %% of what is left",
                device, node.name(), osds.size(), each.deviceClass(), 100 * ratio)
            .because("osds", osds.stream().map(Osd::device).toList())
            .because("lostBytes", (long) lost)
            .declaredAt(osds.get(0).declaredAt().or(node::declaredAt));
        return;
      }
      each.unknown().forEach(fact -> findings.undecided(path, fact));
    }
  }

  private static boolean spare(ClassCapacity each, CephLayout ceph) {
    int nodes =
        ceph.domains(FailureDomain.HOST, Optional.of(each.deviceClass())).count();
    return each.pools().stream().allMatch(pool -> nodes > pool.copies());
  }

  // All OSDs of the node at once are a lost node, which nothing is made anew for.
  private static double within(ClassCapacity each, Node node, double lost) {
    double own = each.osds().stream()
        .filter(osd -> osd.node().equals(node))
        .map(PlacedOsd::capacity)
        .mapToDouble(size -> size.map(DataSize::bytes).orElse(0L))
        .sum();
    return own > lost ? each.ratio() * own / (own - lost) : 0;
  }
}
