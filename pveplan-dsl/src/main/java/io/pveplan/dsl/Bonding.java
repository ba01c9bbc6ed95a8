package io.pveplan.dsl;

import io.pveplan.model.Origin;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Mtu;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A bond as a leaf: its name, mode and slaves. Each call gives a new value.
 *
 * <pre>{@code
 * n.bond(lacp("bond1", "eno1", "eno2").hashPolicy(HashPolicy.LAYER3_4).fast());
 * n.bond(activeBackup("bond0", "eno3", "eno4").primary("eno3"));
 * n.bond(activeBackup("bond2", "eno5", "eno6").fast()); // refused: has a LACP rate
 * }</pre>
 *
 * @since 0.1
 */
public final class Bonding {

  private final String name;
  private final UnaryOperator<Bond.Builder> settings;

  private Bonding(String name, UnaryOperator<Bond.Builder> settings) {
    this.name = Objects.requireNonNull(name, "name");
    this.settings = settings;
  }

  static Bonding of(String name, BondMode mode, String... slaves) {
    Objects.requireNonNull(mode, "mode");
    List<String> cards = List.of(slaves);
    return new Bonding(name, bond -> bond.name(name).mode(mode).addAllSlaves(cards));
  }

  /** The bond with what decides which slave a packet takes; for balance-xor and 802.3ad. */
  public Bonding hashPolicy(HashPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return with(bond -> bond.hashPolicy(policy));
  }

  /** The bond with LACP partners that speak every second; for 802.3ad. */
  public Bonding fast() {
    return with(bond -> bond.lacpRate(LacpRate.FAST));
  }

  /** The bond with the LACP rate that its switch ports are set to; for 802.3ad. */
  public Bonding switchLacpRate(LacpRate rate) {
    Objects.requireNonNull(rate, "rate");
    return with(bond -> bond.switchLacpRate(rate));
  }

  /** The bond with a preferred slave; for active-backup. */
  public Bonding primary(String slave) {
    Objects.requireNonNull(slave, "slave");
    return with(bond -> bond.primary(slave));
  }

  /** The bond with another time between two looks at the links, in milliseconds, 0 to 60000. */
  public Bonding miimon(int milliseconds) {
    return with(bond -> bond.miimon(milliseconds));
  }

  /** The bond with the number of links it needs to count as connected; for 802.3ad. */
  public Bonding minLinks(int links) {
    return with(bond -> bond.minLinks(links));
  }

  /** The bond with how the bridge it is a port of treats it. */
  public Bonding asPort(PortOptions options) {
    Objects.requireNonNull(options, "options");
    return with(bond -> bond.bridgePort(options.port()));
  }

  /** The bond with an MTU, 1280 to 65520; without it the networks on the bond decide. */
  public Bonding mtu(int mtu) {
    return with(bond -> bond.mtu(Mtu.of(mtu)));
  }

  /** The bond with a comment in the stanza: one line, or several with line feeds between. */
  public Bonding comment(String comment) {
    Objects.requireNonNull(comment, "comment");
    return with(bond -> bond.comment(comment));
  }

  private Bonding with(UnaryOperator<Bond.Builder> setting) {
    return new Bonding(name, bond -> setting.apply(settings.apply(bond)));
  }

  String name() {
    return name;
  }

  Bond bond(List<InterfaceAddress> addresses, Optional<Origin> line) {
    return settings.apply(Bond.builder()).addresses(addresses).declaredAt(line).build();
  }
}
