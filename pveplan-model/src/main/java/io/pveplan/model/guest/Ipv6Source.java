package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a network card of a guest takes its IPv6 address from by itself.
 *
 * @since 0.1
 */
public enum Ipv6Source {
  /** A DHCPv6 server. */
  DHCP("dhcp"),

  /** Router advertisements (SLAAC); cloud-init knows it since 19.4. */
  AUTO("auto");

  private final String text;

  Ipv6Source(String text) {
    this.text = text;
  }

  /** The spelling of {@code ip6} in {@code ipconfigN}. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
