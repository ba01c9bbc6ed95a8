package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An interface of the node on a bridge of Open vSwitch: what a VLAN interface is on a Linux bridge.
 *
 * <pre>{@code
 * OvsIntPort.builder().name("mgmt0").bridge("vmbr0").tag(VlanTag.of(20)).build();
 * OvsIntPort.builder().name("eno7").bridge("vmbr0").build(); // refused: a name of a card
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableOvsIntPort.class)
@JsonDeserialize(as = ImmutableOvsIntPort.class)
@JsonTypeName("ovs-int-port")
public non-sealed interface OvsIntPort extends NodeInterface {

  /** Name of the bridge. */
  String bridge();

  /** VLAN it is in; that of frames without tag when absent. */
  Optional<VlanTag> tag();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OvsIntPort}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableOvsIntPort.Builder {

    // What Proxmox VE takes for a card, a bond, a VLAN interface or an alias by its name
    // (pve-common, src/PVE/Network/Interfaces.pm).
    private static final Pattern OTHERS =
        Pattern.compile("(?:bond|vmbr|vlan|eth|nic|if)[0-9]+|(?:en|ib).+|.*[.:].*");

    Builder() {}

    @Override
    public OvsIntPort build() {
      OvsIntPort built = super.build();
      new Faults()
          .check(() -> requireName(built.name()))
          .check("bridge", () -> NameFormat.BRIDGE.require(built.bridge()))
          .check("comment", () -> built.comment().ifPresent(CommentCheck::require))
          .end();
      return built;
    }

    private static void requireName(String name) {
      NameFormat.INTERFACE.require(name);
      if (OTHERS.matcher(name).matches()) {
        throw new InvalidValueException(
            name + " is no name of an internal port: Proxmox VE takes it for something else",
            "Use a name like mgmt0, none that starts with en or ib.",
            "NET-036");
      }
    }
  }
}
