package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataRate;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A physical network card.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNic.class)
@JsonDeserialize(as = ImmutableNic.class)
@JsonTypeName("nic")
public non-sealed interface Nic extends NodeInterface {

  /** Permanent MAC address. */
  Optional<MacAddress> mac();

  /** Speed of the link. */
  Optional<DataRate> speed();

  /**
   * Whether a {@code .link} file gives the card with this MAC address its name, whatever kernel and
   * systemd call it. From 9.x on the name is usually {@code nic0} and so on, before it starts with
   * {@code en} or {@code eth}. The installer takes no capitals in it.
   */
  @Value.Default
  default boolean pinned() {
    return false;
  }

  @Override
  Optional<BridgePort> bridgePort();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Nic}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableNic.Builder {
    Builder() {}

    @Override
    public Nic build() {
      Nic built = super.build();
      new Faults()
          .check(() -> NameFormat.NIC.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(CommentCheck::require))
          .check("pinned", () -> requireMac(built))
          .check("name", () -> requireSmall(built))
          .end();
      return built;
    }

    // pve-installer, proxmox-installer-common: [a-z][a-z0-9_]{1,20}.
    private static void requireSmall(Nic nic) {
      if (nic.pinned() && !nic.name().equals(nic.name().toLowerCase(Locale.ROOT))) {
        throw new InvalidValueException(
            nic.name() + " is pinned and has capitals",
            "Pin small letters, digits and underscores, for example nic0.",
            "NET-001");
      }
    }

    private static void requireMac(Nic nic) {
      if (nic.pinned() && nic.mac().isEmpty()) {
        throw new InvalidValueException(
            nic.name() + " is pinned without a MAC address",
            "Say which card has the name: its permanent MAC address.",
            "NODE-024");
      }
    }
  }
}
