package io.pveplan.model;

import io.pveplan.model.internal.Ranges;

/** What a plan is checked for by itself, before its parts are compared with each other. */
final class PlanCheck {

  private PlanCheck() {}

  static void require(ClusterPlan plan) {
    NameFormat.CLUSTER.require(plan.name());
    if (plan.formatVersion() != ClusterPlan.FORMAT_VERSION) {
      throw new InvalidValueException(
          "formatVersion " + plan.formatVersion() + " is not known",
          "This library reads and writes version " + ClusterPlan.FORMAT_VERSION + ".");
    }
    plan.survivesNodeFailures()
        .ifPresent(failures -> Ranges.require("number of node failures", failures, 1, 100));
    plan.domain().ifPresent(NameFormat.DOMAIN::require);
    // PVE reads dns1 to dns3 of a node and writes no more to resolv.conf.
    Ranges.require("number of name servers", plan.dnsServers().size(), 0, 3);
    plan.timeServers().forEach(NameFormat.SERVER::require);
    plan.packages().forEach(NameFormat.PACKAGE::require);
  }
}
