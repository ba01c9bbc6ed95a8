package io.pveplan.render.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.render.Gap;
import io.pveplan.render.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cluster that the nodes of a plan become: none of a single node, unless the plan says something
 * about its Corosync.
 */
final class Membership {

  static final PlanPath COEFFICIENT = PlanPath.of("corosync", "tokenCoefficient");

  private final ResolvedPlan plan;
  private final List<Member> members;

  private Membership(ResolvedPlan plan) {
    this.plan = plan;
    boolean cluster = plan.nodes().size() > 1 || plan.plan().corosync().isPresent();
    this.members =
        cluster ? plan.nodes().stream().map(node -> Member.of(plan, node)).toList() : List.of();
  }

  static Membership of(ResolvedPlan plan) {
    return new Membership(plan);
  }

  String cluster() {
    return plan.plan().name();
  }

  /** The members, the founding one first. */
  List<Member> all() {
    return members;
  }

  /** Whether each node has an address on each link, so that the cluster can be as planned. */
  boolean isComplete() {
    return members.stream().allMatch(member -> member.missing().isEmpty());
  }

  boolean isFounder(Member member) {
    return members.get(0).equals(member);
  }

  /** Where a joining node reaches the cluster: the first node, by address if the plan has one. */
  String entrance() {
    Member founder = members.get(0);
    return nameAddress(founder)
        .or(() -> founder.links().stream().map(Member.Link::address).findFirst())
        .map(IpAddress::toString)
        .orElse(founder.node().name());
  }

  /** The address that the name of a node resolves to, by the plan. */
  Optional<IpAddress> nameAddress(Member member) {
    return plan.topology().nameAddress(member.node().name()).map(HostAddress::address);
  }

  /** The QDevice, if Proxmox VE sets it up; it refuses an odd number of nodes. */
  Optional<QDevice> qdevice() {
    return planned().filter(it -> !members.isEmpty() && (even() || it.force()));
  }

  boolean even() {
    return members.size() % 2 == 0;
  }

  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    for (Member member : members) {
      Step step = isFounder(member) ? Step.CLUSTER_CREATE : Step.CLUSTER_JOIN;
      member.missing().forEach(link -> gaps.add(Gap.of(path(member), step, withoutAddress(link))));
    }
    if (!members.isEmpty() && plan.release() == ProductVersion.PVE_8_4) {
      tokenCoefficient()
          .ifPresent(coefficient -> gaps.add(Gap.settled(
              COEFFICIENT,
              Step.CLUSTER_CREATE,
              "Left out: pvecm create of Proxmox VE 8.4 takes no token coefficient; set"
                  + " totem.token_coefficient to " + coefficient + " in a copy of corosync.conf,"
                  + " raise its config_version, and move it over the old one.")));
    }
    if (!isComplete()) {
      gaps.add(Gap.of(
          PlanPath.of("corosync"),
          Step.CLUSTER_JOIN,
          "corosync.conf is left out: not each node has an address on each link."));
    }
    if (!members.isEmpty() && planned().isPresent() && qdevice().isEmpty()) {
      gaps.add(Gap.of(
          PlanPath.of("corosync", "qdevice"),
          Step.QDEVICE,
          "Left out: pvecm refuses a QDevice for an odd number of nodes (" + members.size()
              + ") unless it is forced."));
    }
    return gaps;
  }

  /** The place of a node's way into the cluster, as the runbook lists it. */
  PlanPath path(Member member) {
    return isFounder(member)
        ? PlanPath.of("cluster", "create")
        : member.node().path().child("join");
  }

  /** The coefficient that the plan asks for. */
  OptionalInt tokenCoefficient() {
    return plan.plan().corosync().map(Corosync::tokenCoefficient).orElse(OptionalInt.empty());
  }

  /** What {@code pvecm create} is given; 8.4 takes none, and 9.x has one of its own. */
  OptionalInt createdCoefficient() {
    return plan.release() == ProductVersion.PVE_8_4 ? OptionalInt.empty() : tokenCoefficient();
  }

  private Optional<QDevice> planned() {
    return plan.plan().corosync().flatMap(Corosync::qdevice);
  }

  private static String withoutAddress(CorosyncLink link) {
    return "Left out: it has no address on network " + link.network() + " of link" + link.number()
        + ", and pvecm takes no node without an address on each link.";
  }
}
