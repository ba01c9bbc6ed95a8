package io.pveplan.rules.failure;

/**
 * What else stops in a scenario, besides guests, nodes and Ceph.
 *
 * @since 0.1
 */
public enum InterruptionKind {
  /** Guests on some nodes have no way into a network. HA does not notice. */
  GUEST_NETWORK("guests without network"),
  /** Nodes do not reach a storage any more, or only over fewer ways. */
  STORAGE("storage not reached"),
  /** Nodes have fewer ways to a storage than they should, and it goes on. */
  STORAGE_PATHS("fewer ways to storage"),
  /** Nodes can not migrate guests: nothing else is tried where the plan sets the network. */
  MIGRATION_NETWORK("no migration"),
  /** A replication job has no source, no target, or no way between them. */
  REPLICATION("replication stops"),
  /** A backup job, or the backup of the configuration of nodes, has nowhere to go. */
  BACKUP("backup stops"),
  /** Images, templates, snippets or backups that are not there meanwhile. */
  CONTENT("not available"),
  /** Something that a node or server did for others. */
  ROLE("role lost"),
  /** Guests of which only an older copy remains if what has failed does not come back. */
  ONLY_COPY("only a copy remains"),
  /** Guests of which only a backup remains if what has failed does not come back. */
  ONLY_BACKUP("only a backup remains"),
  /** Guests of which nothing remains if what has failed does not come back. */
  NOTHING_LEFT("nothing remains");

  private final String text;

  InterruptionKind(String text) {
    this.text = text;
  }

  /** The words for it in reports. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
