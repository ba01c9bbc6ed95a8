package io.pveplan.dsl.use;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.NodeInterface;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeNumbersTest {

  private record Host(String name, int number) {}

  private static final Host PVE1 = new Host("pve1", 11);
  private static final Host PVE2 = new Host("pve2", 12);
  private static final Host PVE3 = new Host("pve3", 13);

  private static ClusterPlan plan(Host... hosts) {
    return cluster("prod", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> {});
      var ring = c.network("ring", "10.20.1.0/24", net -> {});
      var ring6 = c.network("ring6", "2001:db8:1::/64", net -> {});
      c.nodes(
          List.of(hosts),
          Host::name,
          (n, host) -> n.number(host.number())
              .hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.nodeAddress(100)))
              .nic("eno1", ring.nodeAddress(), ring6.nodeAddress())
              .bond(lacp("bond0", "eno2", "eno3"))
              .bridge("vmbr0", b -> b.over("bond0").address(mgmt.nodeAddress())));
    });
  }

  private static Map<String, List<String>> addresses(ClusterPlan plan) {
    Map<String, List<String>> all = new TreeMap<>();
    for (Node node : plan.nodes()) {
      all.put(
          node.name(),
          Stream.concat(
                  node.interfaces().stream().map(NodeInterface::addresses).flatMap(List::stream),
                  node.hardware().flatMap(Hardware::bmc).map(bmc -> bmc.address()).stream())
              .map(InterfaceAddress::address)
              .map(Object::toString)
              .toList());
    }
    return all;
  }

  @Test
  void a_node_keeps_its_addresses_whatever_the_others_do() {
    Map<String, List<String>> all = addresses(plan(PVE1, PVE2, PVE3));

    assertThat(all)
        .containsExactlyEntriesOf(new TreeMap<>(Map.of(
            "pve1", List.of("10.20.1.11/24", "2001:db8:1::b/64", "10.20.0.11/24", "10.20.0.111/24"),
            "pve2", List.of("10.20.1.12/24", "2001:db8:1::c/64", "10.20.0.12/24", "10.20.0.112/24"),
            "pve3",
                List.of("10.20.1.13/24", "2001:db8:1::d/64", "10.20.0.13/24", "10.20.0.113/24"))));
    assertThat(addresses(plan(PVE3, PVE1, PVE2))).isEqualTo(all);
    all.remove("pve2");
    assertThat(addresses(plan(PVE1, PVE3))).isEqualTo(all);
  }

  @Test
  void a_number_belongs_to_one_node() {
    assertThatThrownBy(() -> plan(PVE1, new Host("pve4", 11)))
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessage("""
            the plan can not exist, 1 problem:
              node/pve4: there are two nodes with this number  (NodeNumbersTest.java:34)
                  Give each node its own number.""");
  }

  @Test
  void addresses_without_a_number() {
    assertThatThrownBy(() -> cluster("prod", c -> {
          var ring = c.network("ring", "10.20.1.0/24", net -> {});
          c.ethernetSwitch("sw1", s -> s.managementAddress(ring.nodeAddress()));
          c.node("pve1", n -> n.nic("eno1", ring.nodeAddress()).number(11));
          c.node("pve2", n -> n.number(0).nic("eno1", ring.nodeAddress()));
          c.node("pve3", n -> n.number(200).nic("eno1", ring.nodeAddress(Long.MAX_VALUE)));
          c.node("pve4", n -> n.nic("eno1", ring.nodeAddress()));
        }))
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessage("""
            the plan can not exist, 5 problems:
              switch/sw1/managementAddress: there is no node with a number here to take the \
            address of  (NodeNumbersTest.java:89)
                  Give the node its number before its first address: n.number(11).
              node/pve1/eno1/addresses: there is no node with a number here to take the address \
            of  (NodeNumbersTest.java:90)
                  Give the node its number before its first address: n.number(11).
              node/pve2/number: node number 0 is outside 1 to 65535  (NodeNumbersTest.java:91)
                  Use a number from 1 to 65535.
              node/pve3/eno1/addresses: host 9223372036854775807 of 10.20.1.0/24 is outside the \
            subnet  (NodeNumbersTest.java:92)
                  Use a number from 1 to 254.
              node/pve4/eno1/addresses: there is no node with a number here to take the address \
            of  (NodeNumbersTest.java:93)
                  Give the node its number before its first address: n.number(11).""");
  }
}
