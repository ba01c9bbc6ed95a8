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
  BALANCE_ALB("balance-alb"),

  /** Of Open vSwitch: by the sender's address and VLAN. */
  BALANCE_SLB("balance-slb"),

  /** Of Open vSwitch: LACP, and by the sender's address and VLAN. */
  LACP_BALANCE_SLB("lacp-balance-slb"),

  /** Of Open vSwitch: LACP, and by addresses and ports. */
  LACP_BALANCE_TCP("lacp-balance-tcp");

  private final String text;

  BondMode(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Whether the switch has to take part by LACP. */
  public boolean speaksLacp() {
    return this == LACP || this == LACP_BALANCE_SLB || this == LACP_BALANCE_TCP;
  }

  /** Whether only a bond of Open vSwitch has it. */
  public boolean onlyOpenVswitch() {
    return this == BALANCE_SLB || this == LACP_BALANCE_SLB || this == LACP_BALANCE_TCP;
  }

  /**
   * Whether a bond of Open vSwitch can have it (pve-common, src/PVE/Network/Interfaces.pm,
   * ovs_bond_modes).
   */
  public boolean fitsOpenVswitch() {
    return this == ACTIVE_BACKUP || onlyOpenVswitch();
  }

  @Override
  public String toString() {
    return text;
  }
}
