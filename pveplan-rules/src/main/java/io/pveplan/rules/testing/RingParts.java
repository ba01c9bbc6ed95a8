package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two rings with one subnet, whose addresses the first two nodes of a generated plan have crossed. */
final class RingParts {

  private static final Subnet SUBNET = Subnet.parse("10.77.0.0/24");
  private static final List<String> RINGS = List.of("ring-a", "ring-b");

  private RingParts() {}

  /** The plan with these rings as its Corosync links, where it has two nodes. */
  static ClusterPlan added(ClusterPlan plan) {
    if (plan.nodes().size() < 2) {
      return plan;
    }
    List<Node> nodes = new ArrayList<>(plan.nodes());
    nodes.set(0, with(nodes.get(0), 1, 2));
    nodes.set(1, with(nodes.get(1), 2, 1));
    Corosync.Builder corosync = Corosync.builder();
    for (int number = 0; number < RINGS.size(); number++) {
      corosync.addLinks(
          CorosyncLink.builder().number(number).network(RINGS.get(number)).build());
    }
    return ClusterPlan.builder()
        .from(plan)
        .addAllNetworks(RINGS.stream()
            .map(name -> Network.builder().name(name).subnet(SUBNET).build())
            .toList())
        .nodes(nodes)
        .corosync(corosync.build())
        .build();
  }

  private static Node with(Node node, int first, int second) {
    return Node.builder()
        .from(node)
        .addInterface(nic("enp200s0", RINGS.get(0), first))
        .addInterface(nic("enp201s0", RINGS.get(1), second))
        .build();
  }

  private static Nic nic(String name, String network, int number) {
    return Nic.builder()
        .name(name)
        .addAddress(new InterfaceAddress(SUBNET.host(number), Optional.of(network)))
        .build();
  }
}
