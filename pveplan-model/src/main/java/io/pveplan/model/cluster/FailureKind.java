package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What may fail without the cluster failing, in a goal of the plan.
 *
 * @since 0.1
 */
public enum FailureKind {
  /** A node. */
  NODE("node"),

  /** All that stands in a rack. */
  RACK("rack"),

  /** All that stands in a room. */
  ROOM("room"),

  /** All links between a room and the others. */
  PARTITION("partition"),

  /** A switch. */
  SWITCH("switch"),

  /** A NIC of a node. */
  NIC("nic"),

  /** A disk of a node, with the OSDs that do not live without it. */
  DISK("disk"),

  /** A power circuit. */
  CIRCUIT("circuit"),

  /** A UPS with its circuits. */
  UPS("ups"),

  /** A server that offers storage. */
  STORAGE_SERVER("storage-server"),

  /** A Proxmox Backup Server. */
  BACKUP_SERVER("backup-server"),

  /** The host of the QDevice. */
  QDEVICE("qdevice");

  private final String text;

  FailureKind(String text) {
    this.text = text;
  }

  /** The spelling of the written form. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
