package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.model.unit.DataRate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One node with a bond over two switches, a bond over one, and NICs of its own. */
class PathsTest {

  private static final String PLAN = """
      name: prod
      circuits:
      - {name: feed-a, ups: ups-a}
      - {name: feed-b, ups: ups-a}
      racks:
      - {name: r1, room: basement}
      switches:
      - name: sw1
        rack: r1
        stack: mlag1
        mtu: 9216
        lacp: true
        powerSupplies: [{circuit: feed-a}]
        ports:
        - {first: 1, last: 8, speed: 25Gbit/s}
        - {prefix: Ethernet1/, first: 9, last: 9, speed: 10Gbit/s, mtu: 1500, lacp: false}
      - name: sw2
        rack: r2
        stack: mlag1
        powerSupplies: [{circuit: feed-b}]
      - {name: sw3, powerSupplies: [{circuit: feed-b}, {circuit: feed-a}]}
      networks:
      - {name: lan, subnet: 10.0.0.0/24, bandwidth: 1Gbit/s}
      - {name: ceph, subnet: 10.0.1.0/24, mtu: 9000, bandwidth: 20Gbit/s}
      - {name: ring, subnet: 10.0.2.0/24}
      - {name: ring2, subnet: 10.0.3.0/24}
      - {name: guests, bandwidth: 2Gbit/s}
      nodes:
      - name: pve1
        interfaces:
        - {kind: nic, name: eno1, speed: 25Gbit/s}
        - {kind: nic, name: eno2, speed: 25Gbit/s}
        - {kind: nic, name: eno3, speed: 1Gbit/s, addresses: [{address: 10.0.2.11/24, network: ring}]}
        - {kind: nic, name: eno4, addresses: [{address: 10.0.3.11/24, network: ring2}]}
        - {kind: bond, name: bond0, mode: 802.3ad, slaves: [eno1, eno2]}
        - kind: bridge
          name: vmbr0
          ports: [bond0]
          networks: [guests]
          addresses: [{address: 10.0.0.11/24, network: lan}]
        - {kind: bond, name: bond1, mode: active-backup, slaves: [eno5, eno6]}
        - kind: vlan
          name: bond1.30
          parent: bond1
          tag: 30
          addresses: [{address: 10.0.1.11/24, network: ceph}]
        hardware:
          bmc: {controller: ipmi, address: {address: 10.0.0.111/24, network: lan}}
      cables:
      - {node: pve1, nic: eno1, switchName: sw1, port: "1"}
      - {node: pve1, nic: eno2, switchName: sw2, port: "1"}
      - {node: pve1, nic: eno3, switchName: sw1, port: "3"}
      - {node: pve1, nic: eno4, switchName: sw2, port: "4"}
      - {node: pve1, nic: eno5, switchName: sw1, port: "5"}
      - {node: pve1, nic: eno6, switchName: sw1, port: Ethernet1/9}
      - {node: pve1, switchName: sw3, port: "1", label: A-1}
      """;

  private static Paths paths(String plan) {
    ClusterPlan read = PlanFormat.YAML.read(plan);
    return ResolvedPlan.of(read).paths();
  }

  private final Paths paths = paths(PLAN);

  private NetworkPath path(String network) {
    return paths.path("pve1", network).orElseThrow();
  }

  @Test
  void a_path_goes_down_to_switches_and_power() {
    NetworkPath lan = path("lan");

    assertThat(lan.node()).isEqualTo("pve1");
    assertThat(lan.interfaceName()).isEqualTo("vmbr0");
    assertThat(lan.bonds()).containsExactly("bond0");
    assertThat(lan.nics()).containsExactly("eno1", "eno2");
    assertThat(lan.ports()).containsOnlyKeys("eno1", "eno2");
    assertThat(lan.uncabled()).isEmpty();
    assertThat(lan.switches()).containsExactly("sw1", "sw2");
    assertThat(lan.stacks()).containsExactly("mlag1");
    assertThat(lan.racks()).containsExactly("r1", "r2");
    assertThat(lan.circuits()).containsExactly("feed-a", "feed-b");
    assertThat(lan.upses()).containsExactly("ups-a");
  }

  @Test
  void a_network_of_guests_begins_at_their_bridge() {
    assertThat(path("guests").interfaceName()).isEqualTo("vmbr0");
    assertThat(paths.path("pve1", "nope")).isEmpty();
    assertThat(paths.path("pve9", "lan")).isEmpty();
  }

  @Test
  void a_port_has_what_its_row_says_or_else_its_switch() {
    assertThat(paths.port("pve1", "eno1").orElseThrow().speed()).contains(DataRate.gbit(25));
    assertThat(paths.port("pve1", "eno1").orElseThrow().mtu()).contains(Mtu.of(9216));
    assertThat(paths.port("pve1", "eno1").orElseThrow().lacp()).contains(true);
    assertThat(paths.port("pve1", "eno6").orElseThrow().speed()).contains(DataRate.gbit(10));
    assertThat(paths.port("pve1", "eno6").orElseThrow().mtu()).contains(Mtu.of(1500));
    assertThat(paths.port("pve1", "eno6").orElseThrow().lacp()).contains(false);
    assertThat(paths.port("pve1", "eno2").orElseThrow().mtu()).isEmpty();
    assertThat(paths.port("pve1", "eno1").orElseThrow().unit()).isEqualTo("mlag1");
    assertThat(paths.bmcCable("pve1").flatMap(paths::port).orElseThrow().unit()).isEqualTo("sw3");
    assertThat(paths.port("pve1", "eno9")).isEmpty();
  }

  @Test
  void a_path_is_told_layer_by_layer() {
    assertThat(path("guests"))
        .hasToString("vmbr0 > bond0 > eno1 > sw1 port 1 and eno2 > sw2 port 1");
  }

  @Test
  void what_takes_a_whole_path_down_is_told() {
    assertThat(path("lan").singlePoints()).hasToString("[UPS ups-a]");
    assertThat(path("ring").singlePoints()).hasToString("[switch sw1, circuit feed-a, UPS ups-a]");
    assertThat(path("ceph").singlePoints()).hasToString("[switch sw1, circuit feed-a, UPS ups-a]");
  }

  @Test
  void speed_adds_up_where_the_mode_uses_all_slaves() {
    assertThat(path("lan").speed()).contains(DataRate.gbit(50));
    assertThat(path("ceph").speed()).contains(DataRate.gbit(10));
    assertThat(path("ring").speed()).contains(DataRate.gbit(1));
    assertThat(path("ring2").speed()).isEmpty();
    assertThat(paths.speed("pve1", "eno5")).contains(DataRate.gbit(25));
  }

  @Test
  void one_connection_has_one_slave_of_a_bond() {
    assertThat(path("lan").connectionSpeed()).contains(DataRate.gbit(25));
    assertThat(path("ring").connectionSpeed()).contains(DataRate.gbit(1));
    assertThat(path("ring2").connectionSpeed()).isEmpty();
  }

  @Test
  void wanted_is_what_all_networks_on_the_nics_want() {
    assertThat(path("lan").wanted()).contains(DataRate.gbit(3));
    assertThat(path("ceph").wanted()).contains(DataRate.gbit(20));
    assertThat(path("ring").wanted()).isEmpty();
  }

  @Test
  void paths_share_a_nic_or_a_bond() {
    assertThat(path("lan").sharedWith(path("guests")))
        .containsExactly(
            new SharedPart(SharedPart.Kind.BOND, "bond0"),
            new SharedPart(SharedPart.Kind.STACK, "mlag1"),
            new SharedPart(SharedPart.Kind.UPS, "ups-a"));
    assertThat(path("ring").sharedWith(path("ring"))).hasToString("[NIC eno3, switch sw1]");
  }

  @Test
  void paths_share_a_switch_only_where_neither_has_another() {
    assertThat(path("ring").sharedWith(path("ceph"))).hasToString("[switch sw1]");
    assertThat(path("lan").sharedWith(path("ceph"))).hasToString("[stack mlag1, UPS ups-a]");
    assertThat(path("ring").sharedWith(path("ring2"))).hasToString("[stack mlag1, UPS ups-a]");
  }

  @Test
  void switches_on_one_circuit_are_shared_fate() {
    Paths other = paths(
        PLAN.replace("[{circuit: feed-b}]", "[{circuit: feed-a}]").replace("  stack: mlag1\n", ""));

    assertThat(other
            .path("pve1", "ring")
            .orElseThrow()
            .sharedWith(other.path("pve1", "ring2").orElseThrow()))
        .hasToString("[circuit feed-a, UPS ups-a]");
  }

  @Test
  void what_is_not_cabled_ends_at_the_node() {
    Paths other =
        paths(PLAN.replace("- {node: pve1, nic: eno4, switchName: sw2, port: \"4\"}\n", ""));
    NetworkPath ring2 = other.path("pve1", "ring2").orElseThrow();

    assertThat(ring2.uncabled()).containsExactly("eno4");
    assertThat(ring2.switches()).isEmpty();
    assertThat(ring2.sharedWith(other.path("pve1", "ring").orElseThrow())).isEmpty();
  }

  @Test
  void switches_of_nics() {
    assertThat(paths.switches("pve1", List.of("eno1", "eno2", "eno9")))
        .containsExactly("sw1", "sw2");
    assertThat(paths.switches("pve9", List.of("eno1"))).isEmpty();
  }
}
