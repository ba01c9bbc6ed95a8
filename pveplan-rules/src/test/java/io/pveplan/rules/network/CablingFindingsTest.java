package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.Bonding;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.rules.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is found before a cable is plugged in, as somebody who planned it wrong reads it. */
class CablingFindingsTest {

  private static final Set<String> ABOUT =
      Set.of("CLU-026", "NET-019", "NET-029", "NET-031", "NET-045");
  private static final SwitchRef LEFT = SwitchRef.named("sw1");
  private static final SwitchRef RIGHT = SwitchRef.named("sw2");

  private record Cabling(
      Consumer<NodeSpec> rings,
      Bonding storageBond,
      Consumer<NodeSpec> storage,
      int bmc,
      int mtu) {}

  private static final Cabling RIGHT_ONE =
      new Cabling(CablingFindingsTest::rings, bond(), CablingFindingsTest::storage, 111, 9216);

  private static Bonding bond() {
    return lacp("bond0", "enp3s0", "enp4s0").fast();
  }

  private static void rings(NodeSpec n) {
    n.cable("enp1s0", LEFT.port(1)).cable("enp2s0", RIGHT.port(9));
  }

  private static void storage(NodeSpec n) {
    n.cable("enp3s0", LEFT.port(17)).cable("enp4s0", RIGHT.port(17));
  }

  private static ClusterPlan plan(Cabling cabling) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT, OUT_OF_BAND));
      var storage = c.network(
          "storage", "10.0.2.0/24", net -> net.carries(STORAGE).mtu(9000).redundant());
      for (String name : List.of("sw1", "sw2")) {
        c.ethernetSwitch(
            name,
            s -> s.stack("mlag1")
                .lacp()
                .ports("", 1, 8, p -> p.carries(ring))
                .ports("", 9, 16, p -> p.carries(mgmt))
                .ports("", 17, 24, p -> p.carries(storage).mtu(cabling.mtu())));
      }
      c.node(
          "pve1",
          n -> n.nic("enp1s0", ring.host(11))
              .nic("enp2s0", mgmt.host(11))
              .bond(cabling.storageBond(), storage.host(11))
              .hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.host(cabling.bmc())))
              .with(cabling.rings())
              .with(cabling.storage()));
      c.corosync(k -> k.link(0, ring).link(1, mgmt));
    });
  }

  private static ClusterPlan overOneBond() {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node(
          "pve1",
          n -> n.bond(activeBackup("bond0", "enp1s0", "enp2s0"), ring.host(11))
              .vlan("bond0.20", mgmt.host(11)));
      c.corosync(k -> k.link(0, ring).link(1, mgmt));
    });
  }

  private static String findings(ClusterPlan plan) {
    return RuleBook.standard().check(plan).findings().stream()
        .filter(finding -> ABOUT.contains(finding.ruleId()))
        .map(finding -> "%s %s: %s (%s)"
            .formatted(
                finding.severity(),
                finding.key(),
                finding.message(),
                finding.declaredAt().map(Origin::toString).orElse("no line")))
        .collect(Collectors.joining("\n"));
  }

  private static Cabling with(Consumer<NodeSpec> rings, Consumer<NodeSpec> storage) {
    return new Cabling(rings, bond(), storage, 111, 9216);
  }

  @Test
  void nothing_is_said_of_cables_that_are_right() {
    assertThat(findings(plan(RIGHT_ONE))).isEmpty();
  }

  @Test
  void a_swapped_pair_of_cables() {
    Cabling swapped = with(
        n -> n.cable("enp1s0", RIGHT.port(9)).cable("enp2s0", LEFT.port(1)),
        CablingFindingsTest::storage);

    assertThat(findings(plan(swapped))).isEqualTo("""
        ERROR NET-045[cable/pve1/enp1s0]: enp1s0 of pve1 carries ring, and its cable ends in port 9 of\
         switch sw2, which lets through mgmt (CablingFindingsTest.java:113)
        ERROR NET-045[cable/pve1/enp2s0]: enp2s0 of pve1 carries mgmt, and its cable ends in port 1 of\
         switch sw1, which lets through ring (CablingFindingsTest.java:113)""");
  }

  @Test
  void a_bond_on_one_switch() {
    Cabling oneSwitch = with(
        CablingFindingsTest::rings,
        n -> n.cable("enp3s0", LEFT.port(17)).cable("enp4s0", LEFT.port(18)));

    assertThat(findings(plan(oneSwitch))).isEqualTo("""
        WARNING NET-029[node/pve1/bond0]: bond bond0 of pve1 carries storage, which must not fail\
         with a switch, and all its slaves end on switch sw1 (CablingFindingsTest.java:69)""");
  }

  @Test
  void two_corosync_links_over_one_bond() {
    assertThat(findings(overOneBond())).isEqualTo("""
        WARNING CLU-026[corosync/link1]: link1 shares its way: with link0 the bond bond0 on pve1;\
         link0 of pve1 goes bond0 > enp1s0 and enp2s0, link1 of pve1 goes bond0.20 > bond0 > enp1s0\
         and enp2s0 (CablingFindingsTest.java:85)""");
  }

  @Test
  void large_packets_on_a_port_for_usual_ones() {
    Cabling small =
        new Cabling(CablingFindingsTest::rings, bond(), CablingFindingsTest::storage, 111, 1500);

    assertThat(findings(plan(small))).isEqualTo("""
        WARNING NET-031[node/pve1/enp3s0]: NIC enp3s0 of pve1 has MTU 9000 (CablingFindingsTest.java:69),\
         and port 17 of switch sw1 takes 1500 (CablingFindingsTest.java:63)
        WARNING NET-031[node/pve1/enp4s0]: NIC enp4s0 of pve1 has MTU 9000 (CablingFindingsTest.java:69),\
         and port 17 of switch sw2 takes 1500 (CablingFindingsTest.java:63)""");
  }

  @Test
  void an_address_of_a_management_controller_and_a_node() {
    Cabling twice =
        new Cabling(CablingFindingsTest::rings, bond(), CablingFindingsTest::storage, 11, 9216);

    assertThat(findings(plan(twice))).isEqualTo("""
        ERROR NET-019[node/pve1/bmc]: management controller of node pve1 has the address 10.0.0.11 of\
         node pve1 (enp2s0) (CablingFindingsTest.java:68) (CablingFindingsTest.java:70)""");
  }
}
