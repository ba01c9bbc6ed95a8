package io.pveplan.model.network;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text {@code address/length} in its two parts; the length is within what Proxmox takes. */
record PrefixedText(IpAddress address, int length) {

  // The API of Proxmox VE refuses shorter prefixes for both families (JSONSchema.pm,
  // pve_verify_cidrv4 and -v6).
  private static final int SHORTEST = 8;

  private static final String RULE = "NET-017";
  private static final Pattern SLASHED = Pattern.compile("([^/]*)/(0|[1-9][0-9]{0,2})");

  static PrefixedText parse(String text, String what, String example) {
    Matcher parts = SLASHED.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValueException(
          "\"" + Visible.ascii(text) + "\" is not " + what
              + ": it is not an address, a slash and a prefix length",
          "Write " + what + " like " + example + ".",
          RULE);
    }
    IpAddress address = IpAddress.parse(parts.group(1));
    int length = Integer.parseInt(parts.group(2));
    requireLength(address, length);
    return new PrefixedText(address, length);
  }

  static void requireLength(IpAddress address, int length) {
    int longest = address.library().getBitCount();
    if (length < SHORTEST || length > longest) {
      throw new InvalidValueException(
          address + "/" + length + " has a prefix length that Proxmox refuses",
          "Use a prefix length from "
              + SHORTEST
              + " to "
              + longest
              + " with an "
              + (address.isV4() ? "IPv4" : "IPv6")
              + " address.",
          RULE);
    }
  }
}
