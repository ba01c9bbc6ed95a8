package io.pveplan.model.network;

/**
 * What an address of a plan belongs to.
 *
 * @since 0.1
 */
public enum AddressKind {
  /** The router of a network. */
  GATEWAY("gateway of network"),

  /** The router of an SDN subnet, which each node carries. */
  SDN_GATEWAY("gateway of VNet"),

  /** An interface of a node. */
  NODE("node"),

  /** The management controller of a node. */
  BMC("management controller of node"),

  /** A storage server that is declared as such. */
  STORAGE_SERVER("storage server"),

  /** A Proxmox Backup Server that is declared as such. */
  BACKUP_SERVER("backup server"),

  /** A server that only a storage names. */
  STORAGE("server of storage"),

  /** The host of the external vote. */
  QDEVICE("QDevice"),

  /** A network card of a guest with a static address. */
  GUEST("guest");

  private final String text;

  AddressKind(String text) {
    this.text = text;
  }

  /** Whether the address is that of a service, which a node or a guest may offer, too. */
  public boolean isService() {
    return this == STORAGE_SERVER || this == BACKUP_SERVER || this == STORAGE || this == QDEVICE;
  }

  @Override
  public String toString() {
    return text;
  }
}
