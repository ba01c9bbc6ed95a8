package io.pveplan.model;

import java.util.Objects;

/**
 * A value that the plan did not say and the product would assume.
 *
 * @param at the place in the plan
 * @param field name of the field as in JSON, with the fields that hold it where they have no place
 *     of their own: {@code datacenter.migration.type}
 * @param value the value, as text
 * @param source where the product assumes it
 * @since 0.1
 */
public record FilledValue(PlanPath at, String field, String value, String source) {

  /** Refuses absent parts. */
  public FilledValue {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }
}
