package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The viewer of consoles that the web interface opens.
 *
 * @since 0.1
 */
public enum ConsoleViewer {
  /** SPICE in virt-viewer. */
  VIRT_VIEWER("vv"),

  /** noVNC in the browser. */
  HTML5("html5"),

  /** A text console in the browser. */
  XTERMJS("xtermjs");

  private final String text;

  ConsoleViewer(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
