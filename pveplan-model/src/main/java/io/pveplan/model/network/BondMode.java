package io.pveplan.model.network;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Mode of a bond.
 *
 * @since 0.1
 */
public enum BondMode {
  /** Round robin. */
  BALANCE_RR("balance-rr"),

  /** One slave at a time; needs nothing of the switch. */
  ACTIVE_BACKUP("active-backup"),

  /** By hash, without a protocol. */
  BALANCE_XOR("balance-xor"),

  /** Everything on all slaves. */
  BROADCAST("broadcast"),

  /** Link aggregation by LACP; needs a switch that takes part. */
  LACP("802.3ad"),

  /** Sending is balanced. */
  BALANCE_TLB("balance-tlb"),

  /** Sending and receiving are balanced. */
  BALANCE_ALB("balance-alb");

  private final String text;

  BondMode(String text) {
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
