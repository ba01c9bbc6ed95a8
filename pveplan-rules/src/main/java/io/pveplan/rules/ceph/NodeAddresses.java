package io.pveplan.rules.ceph;

import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import java.util.List;

/** The addresses that a node has in a subnet, as Proxmox VE looks for them. */
final class NodeAddresses {

  private NodeAddresses() {}

  static List<IpAddress> in(Node node, Subnet subnet) {
    return node.interfaces().stream()
        .flatMap(each -> each.addresses().stream())
        .map(each -> each.address().address())
        .filter(subnet::contains)
        .distinct()
        .toList();
  }
}
