package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What marks the frames of a VLAN interface.
 *
 * @since 0.1
 */
public enum VlanProtocol {
  /** Usual VLAN tag. */
  DOT1Q("802.1q"),

  /** Service tag, around other tags. */
  DOT1AD("802.1ad");

  private final String text;

  VlanProtocol(String text) {
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
