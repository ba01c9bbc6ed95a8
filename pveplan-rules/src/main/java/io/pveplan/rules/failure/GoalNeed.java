package io.pveplan.rules.failure;

/**
 * What has to hold for a goal to be met, in the order in which one thing depends on another.
 *
 * @since 0.1
 */
public enum GoalNeed {
  /** The guests that must run are up when nothing has failed. */
  BEFOREHAND("guests up beforehand"),
  /** The rest of the cluster is quorate. */
  VOTES("votes"),
  /** The monitors of Ceph have a majority. */
  MONITORS("Ceph monitors"),
  /** The pools of Ceph can be read and written. */
  POOLS("Ceph pools"),
  /** The guests that must run are up. */
  GUESTS("guests that must run"),
  /** The guests fit into the memory of their nodes even at their smallest. */
  MEMORY("memory");

  private final String text;

  GoalNeed(String text) {
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
