package io.pveplan.model.sdn;

import io.pveplan.model.Declared;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The software-defined network.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSdn.class)
@JsonDeserialize(as = ImmutableSdn.class)
public interface Sdn extends Declared {

  /** Controllers. */
  List<EvpnController> controllers();

  /** Zones. */
  List<Zone> zones();

  /** VNets. */
  List<Vnet> vnets();

  /** Subnets. */
  List<SdnSubnet> subnets();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Sdn}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableSdn.Builder {
    Builder() {}
  }
}
