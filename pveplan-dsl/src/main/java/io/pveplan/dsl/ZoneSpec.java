package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.sdn.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Scope of an SDN zone: what all types have.
 *
 * <pre>{@code
 * c.zone(simple("lab"), z -> z.nodes(nodeA, nodeB).mtu(1450).ipam("pve"));
 * c.zone(simple("lab2"), z -> z.nodes(NodeRef.named("pve9"))); // refused: there is no node
 * }</pre>
 *
 * @param <S> the scope itself
 * @since 0.1
 */
public abstract sealed class ZoneSpec<S extends ZoneSpec<S>> extends Scope {

  final List<String> nodes = new ArrayList<>();
  OptionalInt mtu = OptionalInt.empty();
  Optional<String> ipam = Optional.empty();
  boolean dhcp;

  ZoneSpec(Definition definition, String id) {
    super(definition, PlanPath.of("sdn", "zone", id));
  }

  /** Restricts the zone to nodes; all have it when not restricted. */
  public S nodes(NodeRef... names) {
    setEach("nodes", names, it -> nodes.add(NameFormat.NODE.require(it.name())));
    return self();
  }

  /** Sets the MTU of its VNets, 1280 to 65520. */
  public S mtu(int bytes) {
    set("mtu", bytes, it -> mtu = OptionalInt.of(it));
    return self();
  }

  /** Sets the IPAM that hands out addresses; {@code pve} is built in. */
  public S ipam(String id) {
    set("ipam", id, it -> ipam = Optional.of(it));
    return self();
  }

  /** Lets dnsmasq serve its subnets. Only simple zones can; rule SDN-023 reports others. */
  public S dhcp() {
    requireOpen();
    dhcp = true;
    return self();
  }

  abstract S self();

  abstract Zone build();

  /**
   * Scope of a simple, VLAN, QinQ or VXLAN zone.
   *
   * <pre>{@code
   * c.zone(vxlan("tunnels", ring), z -> z.mtu(1450));
   * c.zone(vxlan("others", ring), z -> z.mtu(576)); // refused: is outside 1280 to 65520
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Plain extends ZoneSpec<Plain> {

    private final Function<Plain, Zone> zone;

    Plain(Definition definition, String id, Function<Plain, Zone> zone) {
      super(definition, id);
      this.zone = zone;
    }

    @Override
    Plain self() {
      return this;
    }

    @Override
    Zone build() {
      return zone.apply(this);
    }
  }

  /**
   * Scope of an EVPN zone.
   *
   * <pre>{@code
   * c.zone(evpn("routed", ev, 10000), z -> z.exitNodes(nodeA, nodeB));
   * c.zone(evpn("others", ev, 10001), z -> z.exitNodes(NodeRef.named("pve9"))); // refused: no node
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Evpn extends ZoneSpec<Evpn> {

    final List<String> exitNodes = new ArrayList<>();
    private final Function<Evpn, Zone> zone;

    Evpn(Definition definition, String id, Function<Evpn, Zone> zone) {
      super(definition, id);
      this.zone = zone;
    }

    /** Adds nodes that route to the outside, the first one preferred. */
    public Evpn exitNodes(NodeRef... names) {
      setEach("exitNodes", names, it -> exitNodes.add(NameFormat.NODE.require(it.name())));
      return this;
    }

    @Override
    Evpn self() {
      return this;
    }

    @Override
    Zone build() {
      return zone.apply(this);
    }
  }
}
