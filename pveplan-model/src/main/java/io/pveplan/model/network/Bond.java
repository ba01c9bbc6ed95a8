package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Several NICs used as one.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBond.class)
@JsonDeserialize(as = ImmutableBond.class)
@JsonTypeName("bond")
public non-sealed interface Bond extends NodeInterface {

  /** How they are used. */
  BondMode mode();

  /** Names of the NICs, at least one. */
  List<String> slaves();

  /** Milliseconds between two looks at the links; 100 when absent. */
  OptionalInt miimon();

  /** What decides which slave a packet takes; only with balance-xor and 802.3ad. */
  Optional<HashPolicy> hashPolicy();

  /**
   * How often LACP partners speak; only with a mode that speaks LACP. Proxmox VE keeps the option
   * without knowing it.
   */
  Optional<LacpRate> lacpRate();

  /**
   * How often the switch wants its partner to speak, as its ports are set up; only with a mode
   * that speaks LACP.
   * Nothing is known of it when absent.
   */
  Optional<LacpRate> switchLacpRate();

  /** Preferred slave; only with active-backup. */
  Optional<String> primary();

  /**
   * Slaves that must have a link for the bond to have one, 1 to their number; 1 when absent. Only
   * with 802.3ad. Proxmox VE keeps the option without knowing it.
   */
  OptionalInt minLinks();

  @Override
  Optional<BridgePort> bridgePort();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Bond}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBond.Builder {
    Builder() {}

    @Override
    public Bond build() {
      Bond built = super.build();
      new Faults()
          .check(() -> NameFormat.BOND.require(built.name()))
          .check("comment", () -> built.comment().ifPresent(CommentCheck::require))
          .each("slaves", built.slaves(), NameFormat.NIC::require)
          .check(
              "miimon",
              () -> built
                  .miimon()
                  .ifPresent(miimon -> Ranges.require("bond-miimon", miimon, 0, 60_000)))
          .check(() -> BondCheck.require(built))
          .end();
      return built;
    }
  }
}
