package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a move that balances the nodes is chosen.
 *
 * @since 0.1
 */
public enum RebalanceMethod {
  /** Each move is tried; the default. */
  BRUTEFORCE("bruteforce"),

  /** The moves are ranked by TOPSIS. */
  TOPSIS("topsis");

  private final String text;

  RebalanceMethod(String text) {
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
