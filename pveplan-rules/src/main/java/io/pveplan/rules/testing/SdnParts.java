package io.pveplan.rules.testing;

import io.pveplan.model.Traffic;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The software-defined network of a generated plan. */
final class SdnParts {

  private final Dice dice;
  private final NetworkParts networks;
  private final NodeParts nodes;
  private final Sdn.Builder sdn = Sdn.builder();
  private final List<String> vnets = new ArrayList<>();
  private final boolean used;

  SdnParts(Dice dice, NetworkParts networks, NodeParts nodes) {
    this.dice = dice;
    this.networks = networks;
    this.nodes = nodes;
    this.used = dice.chance(45);
    if (used) {
      zones().forEach(this::add);
    }
  }

  Optional<Sdn> all() {
    return used ? Optional.of(sdn.build()) : Optional.empty();
  }

  List<String> vnets() {
    return vnets;
  }

  private List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    if (dice.chance(60)) {
      zones.add(SimpleZone.builder()
          .id("nat")
          .ipam(dice.maybe(50, () -> "pve"))
          .dhcp(dice.chance(60))
          .nodes(dice.each(30, nodes.names()))
          .build());
    }
    if (!nodes.bridges().isEmpty() && dice.chance(50)) {
      String bridge = dice.of(nodes.bridges());
      zones.add(
          VlanZone.builder().id("vlan").bridge(bridge).dhcp(dice.chance(20)).build());
      zones.add(
          QinqZone.builder().id("qinq").bridge(bridge).tag(VlanTag.of(300)).build());
    }
    networks.nameFor(Traffic.GUEST).filter(name -> dice.chance(50)).ifPresent(network -> {
      zones.add(VxlanZone.builder().id("vxlan").network(network).build());
      zones.add(evpn(network));
    });
    return zones;
  }

  private Zone evpn(String network) {
    sdn.addControllers(
        EvpnController.builder().id("evpn1").asn(65_000).network(network).build());
    List<String> exits = dice.each(40, nodes.names());
    return EvpnZone.builder()
        .id("evpn")
        .controller("evpn1")
        .vrfVxlan(4000)
        .exitNodes(exits)
        .primaryExitNode(exits.stream().filter(node -> dice.chance(40)).findFirst())
        .build();
  }

  private void add(Zone zone) {
    sdn.addZones(zone);
    Vnet.Builder vnet = Vnet.builder().id(zone.id() + "0").zone(zone.id());
    if (!(zone instanceof SimpleZone)) {
      vnet.tag(dice.from(100, 4000));
    }
    Vnet made = vnet.build();
    sdn.addVnets(made);
    vnets.add(made.id());
    if (dice.chance(70)) {
      sdn.addSubnets(subnet(made.id(), 100 + vnets.size()));
    }
  }

  private SdnSubnet subnet(String vnet, int number) {
    String prefix = "10." + number + ".0.";
    Subnet subnet = Subnet.parse(prefix + "0/24");
    SdnSubnet.Builder built = SdnSubnet.builder().vnet(vnet).subnet(subnet).snat(dice.chance(40));
    if (dice.told()) {
      built.gateway(
          (dice.chance(90) ? subnet : Subnet.parse("10.99.0.0/24")).host(1).address());
    }
    if (dice.chance(50)) {
      built.addDhcpRanges(AddressRange.parse(prefix + "100-" + prefix + "150"));
      if (dice.chance(20)) {
        built.addDhcpRanges(AddressRange.parse(prefix + "140-" + prefix + "190"));
      }
    }
    return built.build();
  }
}
