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

  // What the product draws from where the datacenter names no prefix.
  private static final String PROXMOX = "BC:24:11";

  private static final int BITS = 48;

  private final OptionalInt cluster;
  private final long prefix;
  private final int free;

  /**
   * The addresses of a cluster.
   *
   * @param cluster its number among locally administered addresses, 0 to 31; without it they have
   *     the prefix that the product draws from
   * @param prefix that of the datacenter; without it that of Proxmox
   */
  GuestMacs(OptionalInt cluster, Optional<String> prefix) {
    this.cluster = cluster;
    String digits = prefix.orElse(PROXMOX).replace(":", "");
    this.free = BITS - 4 * digits.length();
    this.prefix = Long.parseLong(digits, 16) << free;
  }

  /** The address of a card; nothing where the prefix has no room for the VMID. */
  Optional<MacAddress> of(Vmid vmid, int card) {
    long low = (long) vmid.value() << CARD_BITS | card;
    if (cluster.isPresent()) {
      return Optional.of(
          mac(0x02L << 40 | (long) cluster.getAsInt() << VMID_BITS + CARD_BITS | low));
    }
    return low >> free > 0 ? Optional.empty() : Optional.of(mac(prefix | low));
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
