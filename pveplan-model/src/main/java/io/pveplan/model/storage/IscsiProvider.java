package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The iSCSI target software of a server for ZFS over iSCSI.
 *
 * @since 0.1
 */
public enum IscsiProvider {
  /** COMSTAR of illumos. */
  COMSTAR("comstar"),

  /** istgt of FreeBSD. */
  ISTGT("istgt"),

  /** iSCSI Enterprise Target of Linux. */
  IET("iet"),

  /** LIO of Linux, by targetcli; it needs a target portal group. */
  LIO("LIO");

  private final String text;

  IscsiProvider(String text) {
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
