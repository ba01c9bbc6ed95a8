package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A network card of a guest.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableGuestNic.class)
@JsonDeserialize(as = ImmutableGuestNic.class)
public interface GuestNic extends Declared {

  /** Name of the bridge or VNet it is attached to. */
  String bridge();

  /** VLAN tag. */
  Optional<VlanTag> tag();

  /** VLAN tags it passes on to the guest as they are; the bridge has to take tags. */
  @Value.NaturalOrder
  SortedSet<VlanRange> trunks();

  /** Model. */
  @Value.Default
  default NicModel model() {
    return NicModel.VIRTIO;
  }

  /**
   * MAC address; made from the VMID and the number of the card when absent: no two cards of the plan
   * get the same, and another guest changes none.
   */
  Optional<MacAddress> mac();

  /** Whether the firewall of the guest applies to it. */
  @Value.Default
  default boolean firewall() {
    return false;
  }

  /** MTU that the guest sees; that of the bridge when absent. */
  OptionalInt mtu();

  /** Packet queues, 0 to 64; only for a virtual machine. */
  OptionalInt queues();

  /** Limit of its rate. */
  Optional<DataRate> rate();

  /** Whether the cable is pulled. */
  @Value.Default
  default boolean linkDown() {
    return false;
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GuestNic}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableGuestNic.Builder {
    Builder() {}

    @Override
    public GuestNic build() {
      GuestNic built = super.build();
      new Faults()
          .check("bridge", () -> NameFormat.INTERFACE.require(built.bridge()))
          .check(
              "queues",
              () -> built
                  .queues()
                  .ifPresent(
                      number -> Ranges.require("number of queues", number, 0, 64, "GST-014")))
          .end();
      return built;
    }
  }
}
