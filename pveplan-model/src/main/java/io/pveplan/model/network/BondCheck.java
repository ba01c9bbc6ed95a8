package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.HashSet;
import java.util.Set;

/** Options of a bond that Proxmox VE drops or refuses in the mode of the bond. */
final class BondCheck {

  private static final String LACP_MODES = "802.3ad";

  private BondCheck() {}

  static void require(Bond bond) {
    new Faults()
        .check("slaves", () -> requireSlaves(bond))
        .check("hashPolicy", () -> requireHashPolicy(bond))
        .check("lacpRate", () -> requireLacpRate(bond))
        .check("switchLacpRate", () -> requireSwitchLacpRate(bond))
        .check("miimon", () -> requireNoMiimon(bond))
        .check("minLinks", () -> bond.minLinks().ifPresent(links -> requireMinLinks(bond, links)))
        .check("primary", () -> bond.primary().ifPresent(primary -> requirePrimary(bond, primary)))
        .end();
  }

  private static void requireSlaves(Bond bond) {
    if (bond.slaves().isEmpty()) {
      throw new InvalidValueException(
          bond.name() + " has no slaves", "Name the NICs it is made of.", "NET-026");
    }
    Set<String> seen = new HashSet<>();
    for (String slave : bond.slaves()) {
      if (!seen.add(slave)) {
        throw new InvalidValueException(
            bond.name() + " has slave " + slave + " twice", "Name each NIC once.", "NET-005");
      }
    }
  }

  private static void requireHashPolicy(Bond bond) {
    BondMode mode = bond.mode();
    if (bond.hashPolicy().isPresent() && mode != BondMode.LACP && mode != BondMode.BALANCE_XOR) {
      throw refused(bond, "hash policy", "balance-xor or 802.3ad", "NET-010");
    }
  }

  private static void requireLacpRate(Bond bond) {
    if (bond.lacpRate().isPresent() && !bond.mode().speaksLacp()) {
      throw refused(bond, "LACP rate", LACP_MODES, "");
    }
  }

  private static void requireSwitchLacpRate(Bond bond) {
    if (bond.switchLacpRate().isPresent() && !bond.mode().speaksLacp()) {
      throw refused(bond, "LACP rate of the switch", LACP_MODES, "");
    }
  }

  private static void requireNoMiimon(Bond bond) {
    if (bond.miimon().isPresent() && bond.mode().onlyOpenVswitch()) {
      throw refused(bond, "miimon", "of Linux", "");
    }
  }

  private static void requireMinLinks(Bond bond, int links) {
    if (bond.mode() != BondMode.LACP) {
      throw refused(bond, "least number of links", "802.3ad", "");
    }
    Ranges.require("bond-min-links", links, 1, Math.max(1, bond.slaves().size()));
  }

  private static void requirePrimary(Bond bond, String primary) {
    NameFormat.NIC.require(primary);
    if (bond.mode() != BondMode.ACTIVE_BACKUP) {
      throw refused(bond, "primary slave", "active-backup", "NET-008");
    }
    if (!bond.slaves().contains(primary)) {
      throw new InvalidValueException(
          "primary " + primary + " is not a slave of " + bond.name(),
          "Name one of " + String.join(", ", bond.slaves()) + ".",
          "NET-008");
    }
  }

  private static InvalidValueException refused(
      Bond bond, String option, String modes, String rule) {
    return new InvalidValueException(
        bond.name() + " has a " + option + ", which mode " + bond.mode() + " does not use",
        "Leave it out, or use mode " + modes + ".",
        rule);
  }
}
