package io.pveplan.rules.failure.internal.ha;

/**
 * What the HA manager does not look at when it selects a node: whether a guest starts there, and
 * whether it can be moved there.
 */
public interface Startability {

  /** All guests start everywhere. */
  Startability EVERYWHERE = new Startability() {
    @Override
    public boolean starts(String service, String node) {
      return true;
    }

    @Override
    public boolean moves(String service, String from, String to, boolean running) {
      return true;
    }
  };

  /** Whether a resource starts on a node, asked for each attempt. */
  boolean starts(String service, String node);

  /**
   * Whether a resource can be moved from one node that is up to another.
   *
   * @param running whether it runs before; a machine then has to run on meanwhile
   */
  boolean moves(String service, String from, String to, boolean running);
}
