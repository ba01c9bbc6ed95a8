package io.pveplan.dsl;

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
    nodes.addAll(names((Object[]) names));
    return self();
  }

  /** Sets the MTU of its VNets, 1280 to 65520. */
  public S mtu(int bytes) {
    requireOpen();
    mtu = OptionalInt.of(bytes);
    return self();
  }

  /** Sets the IPAM that hands out addresses; {@code pve} is built in. */
  public S ipam(String id) {
    requireOpen();
    ipam = Optional.of(id);
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
      exitNodes.addAll(names((Object[]) names));
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
