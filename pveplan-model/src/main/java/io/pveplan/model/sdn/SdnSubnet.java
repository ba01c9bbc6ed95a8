package io.pveplan.model.sdn;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A subnet of a VNet.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSdnSubnet.class)
@JsonDeserialize(as = ImmutableSdnSubnet.class)
public interface SdnSubnet extends Declared {

  /** ID of the VNet. */
  String vnet();

  /** Addresses. */
  Subnet subnet();

  /** Gateway, which each node carries on the VNet. */
  Optional<IpAddress> gateway();

  /** Whether guests reach the outside with the address of their node. */
  @Value.Default
  default boolean snat() {
    return false;
  }

  /** Ranges the IPAM hands out. */
  List<AddressRange> dhcpRanges();

  /** The place of the subnet in the plan. */
  default PlanPath path() {
    return PlanPath.of("sdn", "subnet", vnet() + "-" + subnet().toString().replace('/', '-'));
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SdnSubnet}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableSdnSubnet.Builder {
    Builder() {}

    @Override
    public SdnSubnet build() {
      SdnSubnet built = super.build();
      new Faults().check("vnet", () -> NameFormat.SDN_ID.require(built.vnet())).end();
      return built;
    }
  }
}
