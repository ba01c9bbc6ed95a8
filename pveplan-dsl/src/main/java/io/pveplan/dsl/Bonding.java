package io.pveplan.dsl;

import io.pveplan.model.Origin;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.LacpRate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A bond as a leaf: its name, mode and slaves. Each call gives a new value.
 *
 * <pre>{@code
 * lacp("bond1", "enp2s0", "enp3s0").hashPolicy(HashPolicy.LAYER3_4).fast();
 * activeBackup("bond0", "eno1", "eno2").primary("eno1");
 * activeBackup("bond0", "eno1", "eno2").fast(); // refused where it is used: only LACP has a rate
 * }</pre>
 *
 * @since 0.1
 */
public final class Bonding {

  private final String name;
  private final BondMode mode;
  private final List<String> slaves;
  private final Optional<HashPolicy> hashPolicy;
  private final Optional<LacpRate> lacpRate;
  private final Optional<String> primary;
  private final OptionalInt miimon;

  private Bonding(
      String name,
      BondMode mode,
      List<String> slaves,
      Optional<HashPolicy> hashPolicy,
      Optional<LacpRate> lacpRate,
      Optional<String> primary,
      OptionalInt miimon) {
    this.name = Objects.requireNonNull(name, "name");
    this.mode = Objects.requireNonNull(mode, "mode");
    this.slaves = List.copyOf(slaves);
    this.hashPolicy = hashPolicy;
    this.lacpRate = lacpRate;
    this.primary = primary;
    this.miimon = miimon;
  }

  static Bonding of(String name, BondMode mode, String... slaves) {
    return new Bonding(
        name,
        mode,
        List.of(slaves),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** The bond with what decides which slave a packet takes; for balance-xor and 802.3ad. */
  public Bonding hashPolicy(HashPolicy policy) {
    return new Bonding(name, mode, slaves, Optional.of(policy), lacpRate, primary, miimon);
  }

  /** The bond with LACP partners that speak every second; for 802.3ad. */
  public Bonding fast() {
    return new Bonding(name, mode, slaves, hashPolicy, Optional.of(LacpRate.FAST), primary, miimon);
  }

  /** The bond with a preferred slave; for active-backup. */
  public Bonding primary(String slave) {
    return new Bonding(name, mode, slaves, hashPolicy, lacpRate, Optional.of(slave), miimon);
  }

  /** The bond with another time between two looks at the links, in milliseconds. */
  public Bonding miimon(int milliseconds) {
    return new Bonding(
        name, mode, slaves, hashPolicy, lacpRate, primary, OptionalInt.of(milliseconds));
  }

  String name() {
    return name;
  }

  Bond bond(List<InterfaceAddress> addresses, Optional<Origin> line) {
    return Bond.builder()
        .name(name)
        .mode(mode)
        .slaves(slaves)
        .hashPolicy(hashPolicy)
        .lacpRate(lacpRate)
        .primary(primary)
        .miimon(miimon)
        .addresses(addresses)
        .declaredAt(line)
        .build();
  }
}
