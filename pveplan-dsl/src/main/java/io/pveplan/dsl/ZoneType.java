package io.pveplan.dsl;

import io.pveplan.model.network.VlanTag;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import java.util.Objects;
import java.util.function.Function;

/**
 * A zone as a leaf: its type and what that type can not do without. Made by {@link Pveplan#simple}
 * and its like, taken by {@link ClusterSpec#zone}.
 *
 * @param <S> scope of what else the type has
 * @since 0.1
 */
public final class ZoneType<S extends ZoneSpec<S>> {

  private final String id;
  private final Function<Definition, S> scope;
  private final Object[] references;

  private ZoneType(String id, Function<Definition, S> scope, Object... references) {
    this.id = Objects.requireNonNull(id, "id");
    this.scope = scope;
    this.references = references;
  }

  /** Handles and names the zone can not do without. */
  Object[] references() {
    return references.clone();
  }

  String id() {
    return id;
  }

  S open(Definition definition) {
    return scope.apply(definition);
  }

  static ZoneType<ZoneSpec.Plain> simple(String id) {
    return plain(
        id,
        spec -> SimpleZone.builder()
            .id(id)
            .nodes(spec.nodes)
            .mtu(spec.mtu)
            .ipam(spec.ipam)
            .dhcp(spec.dhcp)
            .declaredAt(spec.line)
            .build());
  }

  static ZoneType<ZoneSpec.Plain> vlan(String id, String bridge) {
    return plain(
        id,
        spec -> VlanZone.builder()
            .id(id)
            .bridge(bridge)
            .nodes(spec.nodes)
            .mtu(spec.mtu)
            .ipam(spec.ipam)
            .dhcp(spec.dhcp)
            .declaredAt(spec.line)
            .build(),
        new RefusedNames.Name("bridge", bridge));
  }

  static ZoneType<ZoneSpec.Plain> qinq(String id, String bridge, int tag) {
    return new ZoneType<>(
        id,
        definition -> {
          QinqZone.Builder zone = QinqZone.builder().id(id).bridge(bridge).tag(StandIn.TAG);
          ZoneSpec.Plain spec = new ZoneSpec.Plain(
              definition,
              id,
              it -> zone.nodes(it.nodes)
                  .mtu(it.mtu)
                  .ipam(it.ipam)
                  .dhcp(it.dhcp)
                  .declaredAt(it.line)
                  .build());
          spec.require("tag", tag, it -> zone.tag(VlanTag.of(it)));
          return spec;
        },
        new RefusedNames.Name("bridge", bridge));
  }

  static ZoneType<ZoneSpec.Plain> vxlan(String id, NetworkRef network) {
    return plain(
        id,
        spec -> VxlanZone.builder()
            .id(id)
            .network(network.name())
            .nodes(spec.nodes)
            .mtu(spec.mtu)
            .ipam(spec.ipam)
            .dhcp(spec.dhcp)
            .declaredAt(spec.line)
            .build(),
        network);
  }

  static ZoneType<ZoneSpec.Evpn> evpn(String id, ControllerRef controller, int vrfVxlan) {
    return new ZoneType<>(
        id,
        definition -> new ZoneSpec.Evpn(
            definition,
            id,
            spec -> EvpnZone.builder()
                .id(id)
                .controller(controller.name())
                .vrfVxlan(vrfVxlan)
                .exitNodes(spec.exitNodes)
                .primaryExitNode(spec.exitNodes.stream().findFirst())
                .nodes(spec.nodes)
                .mtu(spec.mtu)
                .ipam(spec.ipam)
                .dhcp(spec.dhcp)
                .declaredAt(spec.line)
                .build()),
        controller);
  }

  private static ZoneType<ZoneSpec.Plain> plain(
      String id, Function<ZoneSpec.Plain, Zone> zone, Object... references) {
    return new ZoneType<>(id, definition -> new ZoneSpec.Plain(definition, id, zone), references);
  }
}
