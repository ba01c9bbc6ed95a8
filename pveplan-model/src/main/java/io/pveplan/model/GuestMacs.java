package io.pveplan.model;

import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.MacAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * MAC addresses of cards that name none: the VMID and the number of the card, side by side in their
 * bits. No two cards have both in common, so no two get the same address, and another guest or card
 * changes none.
 */
final class GuestMacs {

  // A guest has 32 cards at most: net0 to net31.
  private static final int CARD_BITS = 5;

  // Behind 02 there are 40 bits. VMIDs have 30, what is left tells clusters apart.
  private static final int VMID_BITS = 30;

  // The prefix of Proxmox (BC:24:11) leaves 24.
  private static final int LARGEST_UNDER_PREFIX = (1 << 24 - CARD_BITS) - 1;

  private final OptionalInt cluster;

  /**
   * The addresses of a cluster.
   *
   * @param cluster its number among locally administered addresses, 0 to 31; without it they have
   *     the prefix that the product draws from
   */
  GuestMacs(OptionalInt cluster) {
    this.cluster = cluster;
  }

  /** The address of a card; nothing where the prefix has no room for the VMID. */
  Optional<MacAddress> of(Vmid vmid, int card) {
    long low = (long) vmid.value() << CARD_BITS | card;
    if (cluster.isPresent()) {
      return Optional.of(
          mac(0x02L << 40 | (long) cluster.getAsInt() << VMID_BITS + CARD_BITS | low));
    }
    return vmid.value() > LARGEST_UNDER_PREFIX
        ? Optional.empty()
        : Optional.of(mac(0xBC2411L << 24 | low));
  }

  private static MacAddress mac(long bits) {
    String digits = String.format(Locale.ROOT, "%012X", bits);
    return MacAddress.parse(String.join(
        ":",
        digits.substring(0, 2),
        digits.substring(2, 4),
        digits.substring(4, 6),
        digits.substring(6, 8),
        digits.substring(8, 10),
        digits.substring(10)));
  }
}
