package io.pveplan.model.cluster;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.network.IpAddress;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An external vote daemon (corosync-qnetd) that breaks ties.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableQDevice.class)
@JsonDeserialize(as = ImmutableQDevice.class)
public interface QDevice extends Declared {

  /** Address of the host that runs corosync-qnetd; Proxmox VE takes no name here. */
  IpAddress address();

  /**
   * Set up in spite of an odd number of nodes, which {@code pvecm qdevice setup} refuses otherwise.
   */
  @Value.Default
  default boolean force() {
    return false;
  }

  /** Name of the rack its host stands in. */
  Optional<String> rack();

  /** Power supplies of its host. */
  List<PowerSupply> powerSupplies();

  /** Name of the switch its host is cabled to. */
  Optional<String> switchName();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link QDevice}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableQDevice.Builder {
    Builder() {}

    @Override
    public QDevice build() {
      QDevice built = super.build();
      new Faults()
          .check("rack", () -> built.rack().ifPresent(NameFormat.LABEL::require))
          .check("switchName", () -> built.switchName().ifPresent(NameFormat.LABEL::require))
          .end();
      return built;
    }
  }
}
