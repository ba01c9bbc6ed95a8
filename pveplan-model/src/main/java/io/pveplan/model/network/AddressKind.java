package io.pveplan.model.network;

import java.util.Locale;

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

  /** An address of a network that goes from machine to machine. */
  VIP("virtual address of network"),

  /** An interface of a node. */
  NODE("node"),

  /** The management controller of a node. */
  BMC("management controller of node"),

  /** The management interface of a switch. */
  SWITCH("switch"),

  /** The management card of a UPS. */
  UPS("UPS"),

  /** A storage server that is declared as such. */
  STORAGE_SERVER("storage server"),

  /** A Proxmox Backup Server that is declared as such. */
  BACKUP_SERVER("backup server"),

  /** A server that only a storage names. */
  STORAGE("server of storage"),

  /** The host of the external vote. */
  QDEVICE("QDevice"),

  /** A name server that the nodes ask. */
  NAME_SERVER("name server"),

  /** A time server that the nodes ask. */
  TIME_SERVER("time server"),

  /** A network card of a guest with a static address. */
  GUEST("guest");

  private final String text;

  AddressKind(String text) {
    this.text = text;
  }

  /** The kind in one word, as tables have it: {@code storage-server}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the address is that of a service, which a node or a guest may offer, too. */
  public boolean isService() {
    return this == STORAGE_SERVER
        || this == BACKUP_SERVER
        || this == STORAGE
        || this == QDEVICE
        || isAsked();
  }

  /** Whether the address is one that nodes only ask: routers, nodes and guests answer, too. */
  public boolean isAsked() {
    return this == NAME_SERVER || this == TIME_SERVER;
  }

  @Override
  public String toString() {
    return text;
  }
}
