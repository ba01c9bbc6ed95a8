package io.pveplan.render.text;

/**
 * A line {@code name = value} of a body.
 *
 * @param name an identifier
 * @param value its value
 * @since 0.1
 */
public record HclAttribute(String name, HclValue value) implements HclItem {

  /** Refuses a name that is no identifier. */
  public HclAttribute {
    HclNames.identifier(name);
  }
}
