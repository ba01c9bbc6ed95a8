package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Kind of management controller.
 *
 * @since 0.1
 */
public enum BmcKind {
  /** Dell iDRAC. */
  IDRAC("idrac"),

  /** HPE iLO. */
  ILO("ilo"),

  /** Lenovo XClarity Controller. */
  XCC("xcc"),

  /** A controller spoken to by IPMI. */
  IPMI("ipmi"),

  /** A controller spoken to by Redfish. */
  REDFISH("redfish");

  private final String text;

  BmcKind(String text) {
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
