package io.pveplan.rules.failure.internal.ha;

/**
 * What the HA manager does not look at when it selects a node: whether a guest starts there, and
 * whether it can be moved there.
 */
public interface Startability {

  /** What runs at a moment. */
  interface Running {

    /** Whether a resource runs on a node. */
    boolean on(String service, String node);
  }

  /** All guests start everywhere. */
  Startability EVERYWHERE = new Startability() {
    @Override
    public boolean starts(String service, String node, Running running) {
      return true;
    }

    @Override
    public boolean moves(String service, String from, String to, boolean runs, Running running) {
      return true;
    }
  };

  /**
   * Whether a resource starts on a node, asked for each attempt.
   *
   * @param running what runs by then
   */
  boolean starts(String service, String node, Running running);

  /**
   * Whether a resource can be moved from one node that is up to another.
   *
   * @param runs whether it runs before; a machine then has to run on meanwhile
   * @param running what runs by then
   */
  boolean moves(String service, String from, String to, boolean runs, Running running);
}
