package io.pveplan.model.sdn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.pveplan.model.Declared;
import io.pveplan.model.PlanPath;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * A zone of the software-defined network.
 *
 * @since 0.1
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(SimpleZone.class),
  @JsonSubTypes.Type(VlanZone.class),
  @JsonSubTypes.Type(QinqZone.class),
  @JsonSubTypes.Type(VxlanZone.class),
  @JsonSubTypes.Type(EvpnZone.class)
})
public sealed interface Zone extends Declared
    permits SimpleZone, VlanZone, QinqZone, VxlanZone, EvpnZone {

  /** Zone ID, at most 8 letters and digits. */
  String id();

  /** Names of the nodes that have it; all when empty. */
  @Value.NaturalOrder
  SortedSet<String> nodes();

  /** MTU of its VNets. */
  OptionalInt mtu();

  /** IPAM that hands out addresses, for example the built-in {@code pve}. */
  Optional<String> ipam();

  /** Whether dnsmasq serves its subnets. Only simple zones can; rule SDN-023 reports others. */
  @Value.Default
  default boolean dhcp() {
    return false;
  }

  /** Type as in zones.cfg. */
  String type();

  /** The place of the zone in the plan. */
  default PlanPath path() {
    return PlanPath.of("sdn", "zone", id());
  }
}
