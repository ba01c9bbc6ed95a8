package io.pveplan.rules.capacity;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node, or the host of a QDevice that has votes.
 *
 * @param name what to call it in a sentence
 * @param votes its votes
 * @param path its place in the plan
 * @param rack the rack it stands in
 * @param missingRack what is missing when that is not told
 * @param feeds what its power supplies hang on
 * @param missingFeeds what is missing of that
 * @param declaredAt the line that says where it stands
 */
record Voter(
    String name,
    int votes,
    PlanPath path,
    Optional<String> rack,
    String missingRack,
    PowerFeeds feeds,
    String missingFeeds,
    Optional<Origin> declaredAt) {

  /** Nodes in the order of the plan, and after them the QDevice. */
  static List<Voter> all(ResolvedPlan plan) {
    List<Voter> all = new ArrayList<>();
    plan.nodes().forEach(node -> all.add(of(node, plan)));
    int votes = plan.quorum().qdeviceVotes();
    if (votes > 0) {
      QDevice qdevice = plan.plan().corosync().flatMap(Corosync::qdevice).orElseThrow();
      all.add(new Voter(
          "the QDevice",
          votes,
          PlanPath.of("corosync", "qdevice"),
          qdevice.rack(),
          "rack of the host of the QDevice",
          plan.powerFeeds(qdevice),
          "power circuits of the host of the QDevice",
          qdevice.declaredAt()));
    }
    return all;
  }

  private static Voter of(Node node, ResolvedPlan plan) {
    PowerFeeds feeds = plan.powerFeeds(node);
    String supplies = "power supplies of " + node.name();
    return new Voter(
        node.name(),
        plan.quorum().votes(node.name()),
        node.path(),
        node.hardware().flatMap(Hardware::rack),
        "rack of " + node.name(),
        feeds,
        feeds.supplies() == 0 ? supplies : "circuits of the " + supplies,
        node.hardware().flatMap(Hardware::declaredAt));
  }
}
