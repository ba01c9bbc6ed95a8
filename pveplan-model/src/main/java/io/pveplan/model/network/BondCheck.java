package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import java.util.HashSet;
import java.util.Set;

/** Options of a bond that Proxmox VE drops or refuses in the mode of the bond. */
final class BondCheck {

  private BondCheck() {}

  static void require(Bond bond) {
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
    BondMode mode = bond.mode();
    if (bond.hashPolicy().isPresent() && mode != BondMode.LACP && mode != BondMode.BALANCE_XOR) {
      throw refused(bond, "hash policy", "balance-xor or 802.3ad", "NET-010");
    }
    if (bond.lacpRate().isPresent() && mode != BondMode.LACP) {
      throw refused(bond, "LACP rate", "802.3ad", "");
    }
    if (bond.primary().isPresent()) {
      if (mode != BondMode.ACTIVE_BACKUP) {
        throw refused(bond, "primary slave", "active-backup", "NET-008");
      }
      if (!bond.slaves().contains(bond.primary().get())) {
        throw new InvalidValueException(
            "primary " + bond.primary().get() + " is not a slave of " + bond.name(),
            "Name one of " + String.join(", ", bond.slaves()) + ".",
            "NET-008");
      }
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
