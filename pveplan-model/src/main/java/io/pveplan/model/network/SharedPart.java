package io.pveplan.model.network;

/**
 * Something that two paths go through and that takes both down.
 *
 * @param kind what it is
 * @param name its name
 * @since 0.1
 */
public record SharedPart(Kind kind, String name) {

  /** What two paths can share, the nearest to the node first. */
  public enum Kind {
    /** A network card. */
    NIC("NIC"),
    /** A bond, and with it its cards. */
    BOND("bond"),
    /** A subnet that both go into. */
    SUBNET("subnet"),
    /** A switch that all NICs of both end on. */
    SWITCH("switch"),
    /** A stack or MLAG pair that all NICs of both end on. */
    STACK("stack"),
    /** A circuit without which no switch of either has power. */
    CIRCUIT("circuit"),
    /** A UPS without which no switch of either has power. */
    UPS("UPS");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Kind and name: {@code switch sw1}. */
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
