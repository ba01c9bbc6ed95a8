package io.pveplan.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {

  private static final Topology TOPOLOGY = Topology.of(ClusterPlan.builder()
      .name("lab")
      .addNode(Node.builder()
          .name("pve1")
          .addInterface(Nic.builder().name("eno1").build())
          .addInterface(Nic.builder().name("eno2").build())
          .addInterface(Bridge.builder().name("vmbr0").addPort("eno1").build())
          .addInterface(vlan("eno1", 20))
          .addInterface(vlan("vmbr0", 30))
          .addInterface(vlan("eno2", 40))
          .addInterface(Bridge.builder().name("vmbr1").addPort("eno2.40").build())
          .addInterface(vlan("vmbr1", 50))
          .build())
      .addNode(Node.builder().name("pve2").build())
      .sdn(Sdn.builder()
          .addZone(VlanZone.builder().id("vlans").bridge("vmbr0").build())
          .addZone(SimpleZone.builder().id("simple").build())
          .addVnet(
              Vnet.builder().id("vnet60").zone("vlans").tag(60).vlanAware(true).build())
          .addVnet(Vnet.builder().id("alone").zone("simple").build())
          .build())
      .build());

  @ParameterizedTest(name = "{0} lies in {1}")
  @CsvSource({
    "vmbr0, vmbr0",
    "eno1, vmbr0",
    "eno1.20, vmbr0.20",
    "vmbr0.30, vmbr0.30",
    "eno2, eno2",
    "eno2.40, eno2.40",
    "vmbr1, eno2.40",
    "vmbr1.50, vmbr1.50"
  })
  void an_interface_lies_in_a_vlan_of_the_bridge_above_it(String name, String segment) {
    assertThat(TOPOLOGY.segment("pve1", name).map(Segment::toString)).contains(segment);
  }

  @ParameterizedTest(name = "{0} lies in {1}")
  @CsvSource({
    "vmbr0, vmbr0",
    "vmbr1, eno2.40",
    "vnet60, vmbr0.60",
    "alone, alone",
  })
  void the_card_of_a_guest_lies_where_its_bridge_or_vnet_does(String bridge, String segment) {
    assertThat(TOPOLOGY.segment("pve1", card(bridge)).map(Segment::toString)).contains(segment);
  }

  @ParameterizedTest(name = "{0} with tag 70 lies in {1}")
  @CsvSource({"vmbr0, vmbr0.70", "vmbr1, vmbr1.70", "vnet60, vnet60.70"})
  void the_tag_of_a_card_counts(String bridge, String segment) {
    assertThat(TOPOLOGY.segment("pve1", card(bridge, 70)).map(Segment::toString))
        .contains(segment);
  }

  @Test
  void a_card_lies_nowhere_where_its_bridge_is_not() {
    assertThat(TOPOLOGY.segment("pve2", card("vmbr0"))).isEmpty();
    assertThat(TOPOLOGY.segment("pve2", card("vmbr0", 70))).isEmpty();
    assertThat(TOPOLOGY.segment("pve2", card("vnet60"))).isEmpty();
    assertThat(TOPOLOGY.segment("pve9", card("alone"))).isEmpty();
  }

  private static Vlan vlan(String parent, int tag) {
    return Vlan.builder()
        .name(parent + "." + tag)
        .parent(parent)
        .tag(VlanTag.of(tag))
        .build();
  }

  private static GuestNic card(String bridge) {
    return GuestNic.builder().bridge(bridge).build();
  }

  private static GuestNic card(String bridge, int tag) {
    return GuestNic.builder().bridge(bridge).tag(Optional.of(VlanTag.of(tag))).build();
  }
}
