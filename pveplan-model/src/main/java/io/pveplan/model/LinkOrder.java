package io.pveplan.model;

import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.network.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The Corosync links of a plan, by number and in the order they are used in. */
record LinkOrder(List<CorosyncLink> byNumber, List<CorosyncLink> byPreference) {

  private static final Comparator<CorosyncLink> PREFERENCE = Comparator.comparingInt(
          (CorosyncLink link) -> Math.max(1, link.priority().orElse(1)))
      .reversed()
      .thenComparing(CorosyncLink::number);

  static LinkOrder of(ClusterPlan plan, Topology topology) {
    List<CorosyncLink> byNumber = plan.corosync().map(Corosync::links).orElse(List.of()).stream()
        .sorted(Comparator.comparingInt(CorosyncLink::number))
        .toList();
    return new LinkOrder(
        byNumber,
        byNumber.isEmpty()
            ? ofNodeNames(plan, topology).stream().toList()
            : byNumber.stream().sorted(PREFERENCE).toList());
  }

  private static Optional<CorosyncLink> ofNodeNames(ClusterPlan plan, Topology topology) {
    List<Optional<String>> networks = plan.nodes().stream()
        .map(node -> topology.nameNetwork(node.name()))
        .distinct()
        .toList();
    return plan.nodes().size() > 1 && networks.size() == 1
        ? networks
            .get(0)
            .map(name -> CorosyncLink.builder().number(0).network(name).build())
        : Optional.empty();
  }
}
