package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.pveplan.model.Declared;
import java.util.List;
import java.util.Optional;

/**
 * A network interface of a node.
 *
 * @since 0.1
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Nic.class),
  @JsonSubTypes.Type(Bond.class),
  @JsonSubTypes.Type(Bridge.class),
  @JsonSubTypes.Type(Vlan.class),
  @JsonSubTypes.Type(OvsIntPort.class)
})
public sealed interface NodeInterface extends Declared permits Nic, Bond, Bridge, Vlan, OvsIntPort {

  /** Name as the kernel and {@code /etc/network/interfaces} know it. */
  String name();

  /** Addresses, of either family. */
  List<InterfaceAddress> addresses();

  /** MTU; that of the largest network on it or above it when absent. */
  Optional<Mtu> mtu();

  /** Comment in the stanza: one line, or several with line feeds between, none of them empty. */
  Optional<String> comment();

  /** How the bridge it is a port of treats it; only NICs, bonds and VLAN interfaces have this. */
  default Optional<BridgePort> bridgePort() {
    return Optional.empty();
  }

  /**
   * Whether an address lies in a subnet of the interface.
   *
   * @param address any address
   */
  default boolean reaches(IpAddress address) {
    return addresses().stream().anyMatch(own -> own.address().subnet().contains(address));
  }
}
