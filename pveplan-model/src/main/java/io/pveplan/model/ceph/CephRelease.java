package io.pveplan.model.ceph;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A release of Ceph, the oldest first; which of them Proxmox VE offers is in pve-manager,
 * PVE/Ceph/Releases.pm.
 *
 * @since 0.1
 */
public enum CephRelease {
  /** 17.2. */
  QUINCY("quincy"),

  /** 18.2. */
  REEF("reef"),

  /** 19.2. */
  SQUID("squid"),

  /** 20.2. */
  TENTACLE("tentacle");

  private final String text;

  CephRelease(String text) {
    this.text = text;
  }

  /** The spelling that the commands take. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
