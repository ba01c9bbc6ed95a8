package io.pveplan.render.text;

import java.util.List;

/**
 * A list in a YAML document.
 *
 * @param values its elements
 * @since 0.1
 */
public record YamlList(List<YamlValue> values) implements YamlValue {

  /** Copies the list. */
  public YamlList {
    values = List.copyOf(values);
  }
}
