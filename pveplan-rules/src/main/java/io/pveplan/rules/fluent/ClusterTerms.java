package io.pveplan.rules.fluent;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.FailureKind;
import java.util.List;
import java.util.OptionalInt;

/**
 * The cluster as a whole and Corosync, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule clock = rule("ACME-013", WARNING)
 *     .forEach(clusters())
 *     .should(have(timeServers(), atLeast(2)))
 *     .fix("Name a second time server.");
 * }</pre>
 *
 * @since 0.1
 */
public final class ClusterTerms {

  private ClusterTerms() {}

  /** {@return the cluster; there is one in every plan} */
  public static Subjects<ClusterPlan> clusters() {
    return Subjects.declared(
        "cluster",
        "clusters",
        plan -> List.of(plan.plan()),
        cluster -> PlanPath.of("cluster"),
        ClusterPlan::name);
  }

  /** {@return the Corosync links by number} */
  public static Subjects<CorosyncLink> corosyncLinks() {
    return Subjects.declared(
        "Corosync link",
        "Corosync links",
        ResolvedPlan::corosyncLinks,
        link -> PlanPath.of("corosync", "link" + link.number()),
        link -> Integer.toString(link.number()));
  }

  /** {@return number of nodes of the cluster} */
  public static Fact<ClusterPlan, Integer> nodeCount() {
    return Fact.count("node", "nodes", cluster -> OptionalInt.of(cluster.nodes().size()));
  }

  /** {@return number of guests of the cluster} */
  public static Fact<ClusterPlan, Integer> guestCount() {
    return Fact.count(
        "guest", "guests", cluster -> OptionalInt.of(cluster.guests().size()));
  }

  /** {@return number of NTP servers of the nodes; unknown if the plan names none} */
  public static Fact<ClusterPlan, Integer> timeServers() {
    return Fact.count(
        "time server",
        "time servers",
        cluster -> cluster.timeServers().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(cluster.timeServers().size()));
  }

  /** {@return number of name servers of the nodes; unknown if the plan names none} */
  public static Fact<ClusterPlan, Integer> dnsServers() {
    return Fact.count(
        "name server",
        "name servers",
        cluster -> cluster.dnsServers().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(cluster.dnsServers().size()));
  }

  /** {@return DNS domain of the nodes} */
  public static Fact<ClusterPlan, String> domain() {
    return Fact.said("a domain", ClusterPlan::domain);
  }

  /**
   * {@return how many failures of a kind must be survived at once}
   *
   * @param kind what fails
   */
  public static Fact<ClusterPlan, Integer> mustSurvive(FailureKind kind) {
    return Fact.number("a survival goal of kind " + kind, plan -> plan.mustSurvive(kind));
  }

  /** {@return priority of a Corosync link} */
  public static Fact<CorosyncLink, Integer> linkPriority() {
    return Fact.number("a priority", CorosyncLink::priority);
  }

  /** {@return network of a Corosync link} */
  public static Fact<CorosyncLink, String> linkNetwork() {
    return Fact.always("a network", CorosyncLink::network);
  }
}
