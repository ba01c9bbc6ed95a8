package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pveplan.model.NameFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * An address that something has on a network.
 *
 * @param address the address with its prefix length
 * @param network name of the network of the plan it belongs to, when it belongs to one
 * @since 0.1
 */
public record InterfaceAddress(
    @JsonProperty(required = true) HostAddress address, Optional<String> network) {

  /** Refuses absent parts and names that no network can have. */
  public InterfaceAddress {
    Objects.requireNonNull(address, "address");
    network.ifPresent(NameFormat.LABEL::require);
  }
}
