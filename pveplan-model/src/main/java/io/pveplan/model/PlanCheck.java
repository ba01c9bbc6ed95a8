package io.pveplan.model;

import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;

/** What a plan is checked for by itself, before its parts are compared with each other. */
final class PlanCheck {

  private PlanCheck() {}

  static void require(ClusterPlan plan) {
    new Faults()
        .check(() -> NameFormat.CLUSTER.require(plan.name()))
        .check(() -> requireVersion(plan.formatVersion()))
        .check(
            "goLive",
            () -> plan.goLive()
                .ifPresent(day -> Ranges.require("year of the go-live", day.getYear(), 2000, 2999)))
        .check("domain", () -> plan.domain().ifPresent(NameFormat.DOMAIN::require))
        // PVE reads dns1 to dns3 of a node and writes no more to resolv.conf.
        .check(
            "dnsServers",
            () -> Ranges.require("number of name servers", plan.dnsServers().size(), 0, 3))
        .check(
            "macsFromVmids",
            () -> plan.macsFromVmids()
                .ifPresent(
                    number -> Ranges.require("number of the cluster", number, 0, 31, "GST-014")))
        .each("timeServers", plan.timeServers(), NameFormat.SERVER::require)
        .each("packages", plan.packages(), NameFormat.PACKAGE::require)
        .end();
  }

  private static void requireVersion(int version) {
    if (version != ClusterPlan.FORMAT_VERSION) {
      throw new InvalidValueException(
          "formatVersion " + version + " is not known",
          "This library reads and writes version " + ClusterPlan.FORMAT_VERSION + ".");
    }
  }
}
