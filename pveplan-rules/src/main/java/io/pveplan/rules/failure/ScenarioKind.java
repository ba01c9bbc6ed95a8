package io.pveplan.rules.failure;

/**
 * What fails in a scenario.
 *
 * @since 0.1
 */
public enum ScenarioKind {
  /** Nothing at all: the cluster with everything up. */
  NOTHING("nothing"),
  /** One node. */
  NODE("node"),
  /** Several nodes at once. */
  NODES("nodes"),
  /** All that stands in a rack. */
  RACK("rack"),
  /** All that is in a room. */
  ROOM("room"),
  /** A switch. */
  SWITCH("switch"),
  /** A NIC of a node. */
  NIC("nic"),
  /** A bond of a node with all its NICs. */
  BOND("bond"),
  /** Two switches. */
  SWITCHES("switches"),
  /** A power circuit. */
  CIRCUIT("circuit"),
  /** Two power circuits. */
  CIRCUITS("circuits"),
  /** A UPS with its circuits. */
  UPS("ups"),
  /** Two UPSs with their circuits. */
  UPSES("upses"),
  /** A server that offers storage. */
  STORAGE_SERVER("storage-server"),
  /** Two servers that offer storage. */
  STORAGE_SERVERS("storage-servers"),
  /** One of several addresses that a server offers a LUN at: a head of it, or its way out. */
  PORTAL("portal"),
  /** A disk of a node, with the OSDs and pools that do not live without it. */
  DISK("disk"),
  /** As many disks of a local pool as it does not live without. */
  POOL("pool"),
  /** OSDs in different buckets. */
  OSDS("osds"),
  /** A Proxmox Backup Server. */
  BACKUP_SERVER("backup-server"),
  /** A node, and the Proxmox Backup Server it would be restored from. */
  NODE_AND_BACKUP_SERVER("node-and-backup-server"),
  /** The host of the QDevice. */
  QDEVICE("qdevice"),
  /** A node, and the host of the QDevice. */
  NODE_AND_QDEVICE("node-and-qdevice"),
  /** All links between a room and the others. */
  PARTITION("partition"),
  /** A node that is emptied for maintenance: nothing fails. */
  DRAIN("drain");

  private final String text;

  ScenarioKind(String text) {
    this.text = text;
  }

  /**
   * Whether what fails may not come back: a feed that has power again and a cable that is plugged in
   * bring back what they took along.
   */
  boolean destroys() {
    return switch (this) {
      case NOTHING,
          CIRCUIT,
          CIRCUITS,
          UPS,
          UPSES,
          SWITCH,
          SWITCHES,
          NIC,
          BOND,
          QDEVICE,
          PARTITION,
          DRAIN -> false;
      default -> true;
    };
  }

  /** The word for it in paths and reports. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
