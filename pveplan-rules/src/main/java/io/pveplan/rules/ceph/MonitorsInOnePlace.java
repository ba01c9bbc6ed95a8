package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.SharedPart;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reports a rack, UPS or switch with most of the monitors. A node hangs on a UPS if all its power
 * supplies do, and on a switch if all cables of its public network end there.
 */
@RuleInfo(
    id = "CEPH-010",
    severity = Severity.WARNING,
    summary = "Most monitors are in one rack, or on one UPS or switch",
    why = """
        The monitors need a majority. When most of them fail together Ceph stops, on all nodes, however \
        many copies of the data are left.""",
    remedy = "Spread the monitors, so that no rack, UPS or switch has most of them.",
    sources = {"ceph: doc/rados/configuration/mon-config-ref.rst, Monitor Quorum", "derived"},
    since = "0.1")
final class MonitorsInOnePlace implements Rule {

  /** Where a node is: a name, or what the plan does not tell; neither if nothing is in common. */
  private record Place(Optional<String> name, Optional<String> missing) {

    static Place of(Optional<String> name, Optional<String> missing) {
      return new Place(name, name.isPresent() ? Optional.empty() : missing);
    }
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<Ceph> ceph = plan.plan().ceph().filter(it -> it.monitors().size() > 2);
    if (ceph.isEmpty()) {
      return;
    }
    findings.looksAt(ceph.get().path());
    judge("rack", ceph.get(), MonitorsInOnePlace::rack, plan, findings);
    judge("ups", ceph.get(), node -> ups(plan.powerFeeds(node), node), plan, findings);
    ceph.get()
        .publicNetwork()
        .ifPresent(network ->
            judge("switch", ceph.get(), node -> device(node, network, plan), plan, findings));
  }

  private static Place rack(Node node) {
    return Place.of(node.hardware().flatMap(Hardware::rack), Optional.of("rack of " + node.name()));
  }

  private static Place ups(PowerFeeds feeds, Node node) {
    boolean open = !feeds.known() && !feeds.besidesUps() && feeds.upses().size() < 2;
    return Place.of(
        feeds.onlyUps(), open ? Optional.of("power supplies of " + node.name()) : Optional.empty());
  }

  private static Place device(Node node, String network, ResolvedPlan plan) {
    Optional<NetworkPath> path = plan.paths().path(node.name(), network);
    Optional<String> only = path.stream()
        .flatMap(it -> it.singlePoints().stream())
        .filter(part -> part.kind() == SharedPart.Kind.SWITCH)
        .map(SharedPart::name)
        .findFirst();
    return Place.of(
        only,
        path.flatMap(it -> it.uncabled().stream().findFirst())
            .map(nic -> "cable of " + nic + " of " + node.name()));
  }

  private static void judge(
      String kind, Ceph ceph, Function<Node, Place> where, ResolvedPlan plan, Findings findings) {
    Map<String, List<String>> places = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String monitor : ceph.monitors()) {
      Place place = where.apply(plan.node(monitor).orElseThrow());
      place
          .name()
          .ifPresent(
              name -> places.computeIfAbsent(name, key -> new ArrayList<>()).add(monitor));
      place.missing().ifPresent(missing::add);
    }
    int majority = ceph.monitors().size() / 2 + 1;
    int most = places.values().stream().mapToInt(List::size).max().orElse(0);
    if (most < majority && most + missing.size() >= majority) {
      missing.forEach(fact -> findings.undecided(ceph.path(), fact));
    }
    places.forEach((name, monitors) -> {
      findings.looksAt(PlanPath.of(kind, name));
      if (monitors.size() >= majority) {
        findings
            .on(PlanPath.of(kind, name))
            .says(
                "%s %s has the monitors of %s: %d of %d",
                kind.equals("ups") ? "UPS" : kind,
                name,
                String.join(", ", monitors),
                monitors.size(),
                ceph.monitors().size())
            .because("monitors", monitors)
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}
