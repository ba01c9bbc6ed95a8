package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What decides which slave a packet takes, in modes balance-xor and 802.3ad.
 *
 * @since 0.1
 */
public enum HashPolicy {
  /** MAC addresses. */
  LAYER2("layer2"),

  /** MAC and IP addresses. */
  LAYER2_3("layer2+3"),

  /** IP addresses and ports. */
  LAYER3_4("layer3+4");

  private final String text;

  HashPolicy(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
