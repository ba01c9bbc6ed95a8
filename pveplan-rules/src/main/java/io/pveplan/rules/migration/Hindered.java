package io.pveplan.rules.migration;

/**
 * The state of a guest in which something keeps it from a node.
 *
 * @since 0.1
 */
public enum Hindered {
  /** However it is moved. */
  ANY("any"),

  /** A virtual machine that goes on running meanwhile, and may go there when it is stopped. */
  RUNNING("running"),

  /** A virtual machine that is stopped, and may go there while it runs. */
  STOPPED("stopped");

  private final String text;

  Hindered(String text) {
    this.text = text;
  }

  /** The word in tables. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
