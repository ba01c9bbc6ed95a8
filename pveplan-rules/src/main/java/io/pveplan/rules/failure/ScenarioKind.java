package io.pveplan.rules.failure;

/**
 * What fails in a scenario.
 *
 * @since 0.1
 */
public enum ScenarioKind {
  /** One node. */
  NODE("node"),
  /** Several nodes at once. */
  NODES("nodes"),
  /** All that stands in a rack. */
  RACK("rack"),
  /** A switch. */
  SWITCH("switch"),
  /** A power circuit. */
  CIRCUIT("circuit"),
  /** A UPS with its circuits. */
  UPS("ups"),
  /** A server that offers storage. */
  STORAGE_SERVER("storage-server"),
  /** The host of the QDevice. */
  QDEVICE("qdevice"),
  /** All links between a room and the others. */
  PARTITION("partition"),
  /** A node that is emptied for maintenance: nothing fails. */
  DRAIN("drain");

  private final String text;

  ScenarioKind(String text) {
    this.text = text;
  }

  /** The word for it in paths and reports. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
