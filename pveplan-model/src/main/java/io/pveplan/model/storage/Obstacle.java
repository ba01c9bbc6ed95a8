package io.pveplan.model.storage;

/**
 * Why a node does not reach what lies on a storage.
 *
 * @since 0.1
 */
public enum Obstacle {
  /** No node reaches anything on the storage. */
  SWITCHED_OFF("the storage is switched off"),

  /** The node is not among those of the storage. */
  NOT_ON_NODE("the storage is not for this node"),

  /**
   * The volume group is for the node, but of the iSCSI storages that offer a LUN below it none is:
   * they are for other nodes or switched off.
   */
  LUN_NOT_ON_NODE("no iSCSI storage gives this node the LUN below the storage"),

  /** The storage holds nothing of that kind, on no node. */
  NOT_TAKEN("the storage does not take it"),

  /** Each node has its own volumes on the storage, and this one lies on another node. */
  ON_OTHER_NODE("it lies on another node"),

  /** It lies on another node, and a replication job copies it to this one. */
  ONLY_A_COPY("it lies on another node, and here is a copy as old as the last replication"),

  /** Each node has its own volumes on the storage, and the plan does not say where this one is. */
  UNPLACED("the plan does not tell the node it is on");

  private final String text;

  Obstacle(String text) {
    this.text = text;
  }

  /** The obstacle as a sentence. */
  @Override
  public String toString() {
    return text;
  }
}
