package io.pveplan.model.network;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How a bridge treats one of its ports; the kernel's way where nothing is set.
 *
 * <pre>{@code
 * BridgePort.builder().access(VlanTag.of(30)).build();
 * BridgePort.builder().build(); // refused: says nothing
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBridgePort.class)
@JsonDeserialize(as = ImmutableBridgePort.class)
public interface BridgePort extends Declared {

  /** The VLAN of frames without tag. The bridge has to be VLAN-aware or of Open vSwitch. */
  Optional<VlanTag> access();

  /** Whether the bridge learns addresses from it. */
  Optional<Boolean> learning();

  /** Whether the bridge answers ARP and neighbor discovery itself. */
  Optional<Boolean> arpNdSuppress();

  /** Whether it gets frames to addresses the bridge does not know. */
  Optional<Boolean> unicastFlood();

  /** Whether it gets frames to groups the bridge does not know. */
  Optional<Boolean> multicastFlood();

  /** Whether it has options that Open vSwitch has no words for. */
  default boolean onlyLinux() {
    return learning().isPresent()
        || arpNdSuppress().isPresent()
        || unicastFlood().isPresent()
        || multicastFlood().isPresent();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BridgePort}; {@code build()} refuses one that says nothing. */
  final class Builder extends ImmutableBridgePort.Builder {
    Builder() {}

    @Override
    public BridgePort build() {
      BridgePort built = super.build();
      new Faults().check(() -> requireSomething(built)).end();
      return built;
    }

    private static void requireSomething(BridgePort port) {
      if (port.access().isEmpty() && !port.onlyLinux()) {
        throw new InvalidValueException(
            "the options of the bridge port say nothing", "Set one, or leave them out.", "NET-037");
      }
    }
  }
}
