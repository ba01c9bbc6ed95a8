package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * When the iSCSI sessions of a node are started, as {@code node.startup} of open-iscsi says it
 * (open-iscsi, etc/iscsid.conf).
 *
 * @since 0.1
 */
public enum SessionStartup {
  /** With the node. */
  AUTOMATIC("automatic"),

  /** By whoever needs them: Proxmox VE logs in when it activates the storage. */
  MANUAL("manual");

  private final String text;

  SessionStartup(String text) {
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
