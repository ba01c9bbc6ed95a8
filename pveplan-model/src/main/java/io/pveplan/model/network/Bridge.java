package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A bridge of Linux or of Open vSwitch: where guests, and often the node itself, are attached.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBridge.class)
@JsonDeserialize(as = ImmutableBridge.class)
@JsonTypeName("bridge")
public non-sealed interface Bridge extends NodeInterface {

  /** Names of the NICs or bonds it is attached to; none for a bridge without uplink. */
  List<String> ports();

  /**
   * Whether Open vSwitch makes it. Such a bridge takes VLAN tags as they are, without being
   * VLAN-aware.
   */
  @Value.Default
  default boolean openVswitch() {
    return false;
  }

  /**
   * Forward delay of the spanning tree protocol in seconds, 2 to 30; the protocol is off when
   * absent.
   */
  OptionalInt stpDelay();

  /** Whether it takes VLAN tags of guests as they are. */
  @Value.Default
  default boolean vlanAware() {
    return false;
  }

  /** VLAN tags it lets pass when VLAN-aware, from 2 to 4094; all of these when empty. */
  List<VlanRange> vids();

  /** Names of the networks whose guests it serves. */
  @Value.NaturalOrder
  SortedSet<String> networks();

  /** Whether VLAN tags of guests stay VLAN tags: VLAN-aware, or of Open vSwitch. */
  default boolean takesTags() {
    return vlanAware() || openVswitch();
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Bridge}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBridge.Builder {

    private static final VlanTag UNTAGGED = VlanTag.of(1);

    Builder() {}

    @Override
    public Bridge build() {
      Bridge built = super.build();
      new Faults()
          .check(() -> NameFormat.BRIDGE.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(CommentCheck::require))
          .check("openVswitch", () -> requireOneKind(built))
          .check(
              "stpDelay",
              () -> built
                  .stpDelay()
                  .ifPresent(delay -> Ranges.require("forward delay", delay, 2, 30)))
          .each("vids", built.vids(), Builder::requireNotUntagged)
          .each("ports", built.ports(), NameFormat.INTERFACE::require)
          .each("networks", built.networks(), NameFormat.LABEL::require)
          .end();
      return built;
    }

    // pve-common, src/PVE/JSONSchema.pm, pve_verify_vlan_id_or_range.
    private static void requireNotUntagged(VlanRange range) {
      if (range.contains(UNTAGGED)) {
        throw new InvalidValueException(
            range + " holds VLAN 1, which is that of untagged packets",
            "Use tags from 2 to 4094.",
            VlanTag.RULE);
      }
    }

    private static void requireOneKind(Bridge bridge) {
      if (bridge.openVswitch()
          && (bridge.vlanAware()
              || !bridge.vids().isEmpty()
              || bridge.stpDelay().isPresent())) {
        throw new InvalidValueException(
            bridge.name() + " is of Open vSwitch and has options of a Linux bridge",
            "Leave out vlanAware, vids and stpDelay: Open vSwitch takes all VLAN tags.",
            "NET-036");
      }
    }
  }
}
