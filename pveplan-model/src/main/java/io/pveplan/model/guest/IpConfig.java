package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Addresses of one network card of a guest, as cloud-init sets them.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableIpConfig.class)
@JsonDeserialize(as = ImmutableIpConfig.class)
public interface IpConfig extends Declared {

  /** Number of the network card, 0 for net0. */
  int nic();

  /** Whether it takes its IPv4 address from DHCP. */
  @Value.Default
  default boolean dhcp() {
    return false;
  }

  /** Static address. */
  Optional<InterfaceAddress> address();

  /** Where it takes its IPv6 address from by itself. */
  Optional<Ipv6Source> ipv6();

  /**
   * Default gateway, only with a static address. Where no card of the guest has one of its family,
   * the first card gets that of its network, unless a server tells a card before it its address.
   */
  Optional<IpAddress> gateway();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IpConfig}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableIpConfig.Builder {
    Builder() {}

    @Override
    public IpConfig build() {
      IpConfig built = super.build();
      new Faults()
          .check("nic", () -> Ranges.require("number of the network card", built.nic(), 0, 31))
          .check(() -> IpConfigCheck.require(built))
          .end();
      return built;
    }
  }
}
