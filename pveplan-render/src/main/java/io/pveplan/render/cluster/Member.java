package io.pveplan.render.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node as a member of the cluster.
 *
 * @param node the node
 * @param links its address on each link, by number; none when the plan has no links
 * @param missing links on whose network it has no address
 */
record Member(Node node, List<Link> links, List<CorosyncLink> missing) {

  /** A link with the address of a node. */
  record Link(CorosyncLink link, IpAddress address) {

    String flag() {
      return "--link" + link.number();
    }
  }

  Member {
    links = List.copyOf(links);
    missing = List.copyOf(missing);
  }

  static Member of(ResolvedPlan plan, Node node) {
    List<Link> links = new ArrayList<>();
    List<CorosyncLink> missing = new ArrayList<>();
    for (CorosyncLink link : plan.corosyncLinks()) {
      Optional<HostAddress> address = plan.topology().address(node.name(), link.network());
      if (address.isPresent()) {
        links.add(new Link(link, address.get().address()));
      } else {
        missing.add(link);
      }
    }
    return new Member(node, links, missing);
  }

  /** Its votes. */
  int votes() {
    return node.votes().orElse(1);
  }
}
