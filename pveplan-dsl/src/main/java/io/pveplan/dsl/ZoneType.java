package io.pveplan.dsl;

import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.VxlanZone;
import java.util.function.Function;

/**
 * A zone as a leaf: its type and what that type can not do without. Made by {@link Pveplan#simple}
 * and its like, taken by {@link ClusterSpec#zone}.
 *
 * @since 0.1
 */
public final class ZoneType {

  private final String id;
  private final Function<Definition, ZoneSpec> scope;

  private ZoneType(String id, Function<Definition, ZoneSpec> scope) {
    this.id = id;
    this.scope = scope;
  }

  String id() {
    return id;
  }

  ZoneSpec open(Definition definition) {
    return scope.apply(definition);
  }

  static ZoneType simple(String id) {
    return new ZoneType(
        id,
        d -> new ZoneSpec(
            d,
            id,
            (c, line) -> SimpleZone.builder()
                .id(id)
                .declaredAt(line)
                .nodes(c.nodes)
                .mtu(c.mtu)
                .ipam(c.ipam)
                .dhcp(c.dhcp)
                .build()));
  }

  static ZoneType vlan(String id, String bridge) {
    return new ZoneType(
        id,
        d -> new ZoneSpec(
            d,
            id,
            (c, line) -> VlanZone.builder()
                .id(id)
                .bridge(bridge)
                .declaredAt(line)
                .nodes(c.nodes)
                .mtu(c.mtu)
                .ipam(c.ipam)
                .dhcp(c.dhcp)
                .build()));
  }

  static ZoneType qinq(String id, String bridge, int tag) {
    return new ZoneType(
        id,
        d -> new ZoneSpec(
            d,
            id,
            (c, line) -> QinqZone.builder()
                .id(id)
                .bridge(bridge)
                .tag(VlanTag.of(tag))
                .declaredAt(line)
                .nodes(c.nodes)
                .mtu(c.mtu)
                .ipam(c.ipam)
                .dhcp(c.dhcp)
                .build()));
  }

  static ZoneType vxlan(String id, NetworkRef network) {
    return new ZoneType(
        id,
        d -> new ZoneSpec(
            d,
            id,
            (c, line) -> VxlanZone.builder()
                .id(id)
                .network(network.name())
                .declaredAt(line)
                .nodes(c.nodes)
                .mtu(c.mtu)
                .ipam(c.ipam)
                .dhcp(c.dhcp)
                .build()));
  }

  static ZoneType evpn(String id, ControllerRef controller, int vrfVxlan) {
    return new ZoneType(
        id,
        d -> new ZoneSpec(d, id, (c, line) -> {
          EvpnZone.Builder zone = EvpnZone.builder()
              .id(id)
              .controller(controller.name())
              .vrfVxlan(vrfVxlan)
              .declaredAt(line)
              .nodes(c.nodes)
              .mtu(c.mtu)
              .ipam(c.ipam)
              .dhcp(c.dhcp)
              .addAllExitNodes(c.exitNodes);
          c.exitNodes.stream().findFirst().ifPresent(zone::primaryExitNode);
          return zone.build();
        }));
  }
}
