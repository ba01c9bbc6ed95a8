package io.pveplan.rules.migration;

/**
 * How a guest can get from its node to another one.
 *
 * @since 0.1
 */
public enum Way {
  /** It is there. */
  HERE("here"),

  /** A virtual machine goes on running meanwhile. */
  LIVE("live"),

  /** A container is stopped, moved and started again. */
  RESTART("restart"),

  /** A virtual machine has to be stopped for it, and starts there; a template never runs. */
  OFFLINE("offline"),

  /** It can not be moved there, or would not run there. */
  NONE("no");

  private final String text;

  Way(String text) {
    this.text = text;
  }

  /** The word in reports. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
