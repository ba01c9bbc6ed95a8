package io.pveplan.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Nic;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CablingIntegrityTest {

  private static final Node PVE1 = Node.builder()
      .name("pve1")
      .addInterface(Nic.builder().name("eno1").build())
      .addInterface(Bridge.builder().name("guests").build())
      .addInterface(Bond.builder()
          .name("bond0")
          .mode(BondMode.LACP)
          .addSlaves("eno2", "eno3")
          .build())
      .build();
  private static final Node WITH_BMC = Node.builder()
      .name("pve2")
      .hardware(Hardware.builder()
          .bmc(Bmc.builder()
              .controller(BmcKind.IPMI)
              .address(new InterfaceAddress(HostAddress.parse("10.0.0.99/24"), Optional.empty()))
              .build())
          .build())
      .build();
  private static final Switch SW1 = Switch.builder()
      .name("sw1")
      .addPort(SwitchPorts.builder().first(1).last(4).build())
      .build();

  private static Origin line(int number) {
    return new Origin("example.Prod", "Prod.java", number);
  }

  private static Cable cable(int line, String node, String nic, String device, String port) {
    return Cable.builder()
        .node(node)
        .nic(nic.isEmpty() ? Optional.empty() : Optional.of(nic))
        .switchName(device)
        .port(port)
        .declaredAt(line(line))
        .build();
  }

  private static String problems(UnaryOperator<ClusterPlan.Builder> parts) {
    ClusterPlan.Builder plan = ClusterPlan.builder().name("prod").addNodes(PVE1, WITH_BMC);
    return PlanIntegrity.problems(parts.apply(plan).build()).stream()
        .map(PlanProblem::toString)
        .collect(joining("\n", "", "\n"));
  }

  @Test
  void ports_let_through_networks_of_the_plan() {
    ClusterPlan plan = ClusterPlan.builder()
        .name("prod")
        .addSwitch(Switch.builder()
            .name("sw1")
            .addPort(SwitchPorts.builder().first(1).last(4).addNetwork("ring").build())
            .build())
        .build();

    assertThat(PlanIntegrity.problems(plan).toString())
        .contains("switch/sw1", "there is no network \"ring\"");
  }

  @Test
  void the_host_of_a_qdevice_hangs_on_what_the_plan_has() {
    ClusterPlan plan = ClusterPlan.builder()
        .name("prod")
        .corosync(Corosync.builder()
            .qdevice(QDevice.builder()
                .address(IpAddress.parse("10.0.0.9"))
                .switchName("sw9")
                .addPowerSupply(PowerSupply.builder().circuit("feed-z").build())
                .build())
            .build())
        .build();

    assertThat(PlanIntegrity.problems(plan).toString())
        .contains(
            "corosync/qdevice",
            "there is no power circuit \"feed-z\"",
            "there is no switch \"sw9\"");
  }

  @Test
  void a_slave_that_is_not_declared_and_a_controller_take_a_cable() {
    assertThat(
            problems(plan -> plan.addSwitches(SW1, Switch.builder().name("sw2").build())
                .addCables(
                    cable(1, "pve1", "eno1", "sw1", "1"),
                    cable(2, "pve1", "eno2", "sw1", "4"),
                    cable(3, "pve1", "eno3", "sw2", "Ethernet1/7"),
                    cable(4, "pve2", "", "sw2", "8"))))
        .isEqualTo("\n");
  }

  @Test
  void a_port_that_is_not_there_is_told_once_with_ports_in_their_order() {
    assertThat(problems(plan -> plan.addSwitch(Switch.builder()
                .name("sw1")
                .addPort(SwitchPorts.builder().first(1).last(48).build())
                .build())
            .addCables(
                cable(1, "pve1", "eno1", "sw1", "100"), cable(2, "pve1", "eno2", "sw1", "100"))))
        .isEqualTo("""
            cable/pve1/eno1: switch sw1 has no port 100  (Prod.java:1)
                Use one of the 48 there are, for example: 1, 10, 11, 12, 13.
            cable/pve1/eno2: switch sw1 has no port 100  (Prod.java:2)
                Use one of the 48 there are, for example: 1, 10, 11, 12, 13.
            """);
  }

  @Test
  void a_mac_address_is_that_of_one_card() {
    Node pve3 = Node.builder()
        .name("pve3")
        .addInterfaces(card(7, "nic0", "02:00:5E:00:53:01"), card(8, "nic1", "02:00:5E:00:53:01"))
        .build();
    Node pve4 = Node.builder()
        .name("pve4")
        .addInterfaces(card(9, "nic0", "02:00:5e:00:53:01"), card(10, "nic1", "02:00:5E:00:53:02"))
        .build();

    assertThat(problems(plan -> plan.addNodes(pve3, pve4))).isEqualTo("""
            node/pve3/nic1: MAC address 02:00:5E:00:53:01 is already that of nic0 of pve3 (Prod.java:7)\
              (Prod.java:8)
                Give each card the permanent address it has.
            node/pve4/nic0: MAC address 02:00:5E:00:53:01 is already that of nic0 of pve3 (Prod.java:7)\
              (Prod.java:9)
                Give each card the permanent address it has.
            """);
  }

  private static Nic card(int line, String name, String mac) {
    return Nic.builder()
        .name(name)
        .mac(MacAddress.parse(mac))
        .declaredAt(line(line))
        .build();
  }

  @Test
  void ends_that_are_not_there() {
    assertThat(problems(plan -> plan.addSwitch(SW1)
            .addCables(
                cable(1, "pve9", "eno1", "sw1", "1"),
                cable(2, "pve1", "eno9", "sw1", "2"),
                cable(3, "pve1", "guests", "sw1", "3"),
                cable(4, "pve1", "", "sw1", "4"),
                cable(5, "pve1", "eno1", "sw9", "1"),
                cable(6, "pve1", "eno2", "sw1", "5"))))
        .isEqualTo("""
            cable/pve9/eno1: there is no node "pve9"  (Prod.java:1)
                Declare it, or name one of: pve1, pve2.
            cable/pve1/eno9: there is no interface "eno9"  (Prod.java:2)
                Declare it, or name one of: eno1, eno2, eno3.
            cable/pve1/guests: guests of pve1 is not a network card  (Prod.java:3)
                Name the NIC that the cable ends in.
            cable/pve1/bmc: pve1 has no management controller  (Prod.java:4)
                Declare it, or name the NIC that the cable ends in.
            cable/pve1/eno1: there is no switch "sw9"  (Prod.java:5)
                Declare it, or name one of: sw1.
            cable/pve1/eno2: switch sw1 has no port 5  (Prod.java:6)
                Use one of: 1, 2, 3, 4.
            """);
  }

  @Test
  void one_cable_in_each_end() {
    assertThat(problems(plan -> plan.addSwitch(SW1)
            .addCables(
                cable(1, "pve1", "eno1", "sw1", "1"),
                cable(2, "pve1", "eno1", "sw1", "2"),
                cable(3, "pve1", "eno2", "sw1", "1"),
                cable(4, "pve2", "", "sw1", "3"),
                cable(5, "pve2", "", "sw1", "4"))))
        .isEqualTo("""
            cable/pve1/eno1: there are two cables in eno1 of pve1  (Prod.java:2)
                Plug one cable into each end.
            cable/pve1/eno2: port 1 of switch sw1 already has the cable from eno1 of pve1  \
            (Prod.java:3)
                Plug one cable into each port.
            cable/pve2/bmc: there are two cables in the management controller of pve2  \
            (Prod.java:5)
                Plug one cable into each end.
            """);
  }

  @Test
  void switches_and_racks() {
    Switch device = Switch.builder()
        .name("sw1")
        .declaredAt(line(1))
        .addPowerSupply(PowerSupply.builder().circuit("c").declaredAt(line(2)).build())
        .managementAddress(
            new InterfaceAddress(HostAddress.parse("10.0.0.99/24"), Optional.of("lan")))
        .addPort(SwitchPorts.builder().first(1).last(4).build())
        .addPort(SwitchPorts.builder().first(4).last(5).declaredAt(line(3)).build())
        .build();

    assertThat(problems(plan -> plan.addSwitches(
                device, Switch.builder().name("sw1").declaredAt(line(4)).build())
            .addRacks(
                Rack.builder().name("r1").build(),
                Rack.builder().name("r1").declaredAt(line(5)).build())))
        .isEqualTo("""
            rack/r1: there are two racks with this name  (Prod.java:5)
                Give each rack its own name.
            switch/sw1: there are two switches with this name  (Prod.java:4)
                Give each switch its own name.
            switch/sw1: there is no power circuit "c"  (Prod.java:2)
                The plan has no power circuit; declare it.
            switch/sw1: there is no network "lan"  (Prod.java:1)
                The plan has no network; declare it.
            switch/sw1: port 4 of switch sw1 is declared twice  (Prod.java:3)
                Declare each port in one row.
            """);
  }

  @Test
  void parts_that_can_not_be_are_refused_when_they_are_built() {
    assertThatThrownBy(() -> Rack.builder().name("r 1").room("a b").build())
        .hasMessage("\"r 1\" is not a name; \"a b\" is not a name");
    assertThatThrownBy(
            () -> Switch.builder().name("s w").rack("r 1").stack("a b").build())
        .hasMessage("\"s w\" is not a name; \"r 1\" is not a name; \"a b\" is not a name");
    assertThatThrownBy(
            () -> SwitchPorts.builder().prefix("a b").first(-1).last(1025).build())
        .hasMessage("\"a b1024\" is not the name of a switch port; port number -1 is outside 0 to"
            + " 1024; port number 1025 is outside 0 to 1024");
    assertThatThrownBy(() -> SwitchPorts.builder().first(2).last(1).build())
        .hasMessage("ports 2 to 1 run backwards");
    assertThatThrownBy(() -> Cable.builder()
            .node("p n")
            .nic("e$")
            .switchName("s w")
            .port("1 2")
            .label("a\nb")
            .build())
        .hasMessage("\"p n\" is not a node name; \"e$\" is not the name of a network card; \"s w\""
            + " is not a name; \"1 2\" is not the name of a switch port; \"a\\nb\" is not a name");
  }

  @Test
  void what_a_text_gets_wrong_is_told_with_its_place() {
    assertThatThrownBy(() -> PlanFormat.YAML.read("""
            name: prod
            nodes:
            - name: pve1
              hardware:
                bmc:
                  controller: ipmi
                  address: {address: 10.0.0.300/24}
              interfaces:
              - {kind: nic, name: eno1}
            switches:
            - {name: sw 1}
            - {name: sw2, ports: [{first: 1, last: 8, speed: 25G}]}
            cables:
            - {node: pve1, nic: eno1, switchName: sw 1, port: "1"}
            - {node: pve1, switchName: sw2, port: "1", length: "3"}
            - {node: pve1, nic: eno2, switchName: sw2, port: "9"}
            """))
        .isInstanceOf(PlanDefinitionException.class)
        .hasMessage("""
            the plan can not exist, 7 problems:
              plan.nodes[0].hardware.bmc.address.address: "10.0.0.300" is not an IP address
                  Write an address like 10.0.0.1 or 2001:db8::1.
              plan.switches[0]: "sw 1" is not a name
                  Use at most 40 letters, digits, dots, dashes and underscores, a letter or \
            digit first.
              plan.switches[1].ports[0].speed: "25G" is not a data rate
                  Write a whole number from 1 and one of kbit/s, Mbit/s, Gbit/s, MB/s: \
            25Gbit/s, 100MB/s.
              plan.cables[0].switchName: "sw 1" is not a name
                  Use at most 40 letters, digits, dots, dashes and underscores, a letter or \
            digit first.
              plan.cables[1].length: "3" is not a length
                  Write a whole number from 1 and m or cm: 3m, 50cm.
              plan.cables[2]: cable/pve1/eno2: there is no interface "eno2"
                  Declare it, or name one of: eno1.
              plan.cables[2]: cable/pve1/eno2: switch sw2 has no port 9
                  Use one of: 1, 2, 3, 4, 5, 6, 7, 8.""");
  }
}
