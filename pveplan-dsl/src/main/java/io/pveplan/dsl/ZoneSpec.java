package io.pveplan.dsl;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.sdn.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * Scope of an SDN zone.
 *
 * @since 0.1
 */
public final class ZoneSpec extends Scope {

  final List<String> nodes = new ArrayList<>();
  final List<String> exitNodes = new ArrayList<>();
  OptionalInt mtu = OptionalInt.empty();
  Optional<String> ipam = Optional.empty();
  boolean dhcp;
  private final BiFunction<ZoneSpec, Optional<Origin>, Zone> kind;

  ZoneSpec(Definition definition, String id, BiFunction<ZoneSpec, Optional<Origin>, Zone> kind) {
    super(definition, PlanPath.of("sdn", "zone", id));
    this.kind = kind;
  }

  /** Restricts the zone to nodes; all have it when not restricted. */
  public ZoneSpec nodes(NodeRef... names) {
    requireOpen();
    Arrays.stream(names).map(NodeRef::name).forEach(nodes::add);
    return this;
  }

  /** Sets the MTU of its VNets, 1280 to 65520. */
  public ZoneSpec mtu(int bytes) {
    requireOpen();
    mtu = OptionalInt.of(bytes);
    return this;
  }

  /** Sets the IPAM that hands out addresses; {@code pve} is built in. */
  public ZoneSpec ipam(String id) {
    requireOpen();
    ipam = Optional.of(id);
    return this;
  }

  /** Lets dnsmasq serve its subnets. Only simple zones can; rule SDN-023 reports others. */
  public ZoneSpec dhcp() {
    requireOpen();
    dhcp = true;
    return this;
  }

  /** Adds nodes that route to the outside, the first one preferred; for EVPN zones. */
  public ZoneSpec exitNodes(NodeRef... names) {
    requireOpen();
    Arrays.stream(names).map(NodeRef::name).forEach(exitNodes::add);
    return this;
  }

  Zone build() {
    return kind.apply(this, line);
  }
}
