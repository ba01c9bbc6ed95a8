package io.pveplan.rules.failure;

/**
 * What becomes of a guest.
 *
 * @since 0.1
 */
public enum Fate {
  /** HA starts it on another node. */
  RESTARTED("restarted"),
  /** It is moved while it runs; a container is restarted. */
  MOVED("moved"),
  /** HA finds no node for it; it waits for one. */
  NO_NODE("no node found"),
  /** HA starts it elsewhere, and it does not start there. */
  DOES_NOT_START("does not start"),
  /** It is down until its node is up again. */
  DOWN_WITH_NODE("down with its node"),
  /** Its node fences itself for want of quorum. */
  FENCED("fenced with its node"),
  /** It is up, and can not read or write until its storage is back. */
  STORAGE_LOST("without its storage"),
  /** It is up, and its node has no way into its network. HA does not notice. */
  UNREACHABLE("without its network"),
  /** It stays on the node that is to be emptied. */
  NOT_MOVED("not moved"),
  /** It is not up although nothing has failed. */
  OFF("off");

  private final String text;

  Fate(String text) {
    this.text = text;
  }

  /** The words for it in reports. */
  public String text() {
    return text;
  }

  /** Whether the guest does its work once the cluster has come to rest. */
  public boolean survives() {
    return this == RESTARTED || this == MOVED;
  }

  @Override
  public String toString() {
    return text;
  }
}
