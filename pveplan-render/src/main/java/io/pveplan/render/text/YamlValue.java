package io.pveplan.render.text;

import java.util.List;

/**
 * A value of a YAML document.
 *
 * @since 0.1
 */
public sealed interface YamlValue permits YamlMap, YamlList, YamlScalar {

  /**
   * A string, quoted when a reader could take it for something else.
   *
   * @param text any text without halves of surrogate pairs and without U+0085, U+2028, U+2029 and
   *     U+FEFF, which only some readers take for a line end or leave out
   * @throws io.pveplan.model.InvalidValueException if it has one of them
   */
  static YamlValue text(String text) {
    return new YamlScalar(YamlWriter.unambiguous(text));
  }

  /**
   * A whole number.
   *
   * @param number the number
   */
  static YamlValue number(long number) {
    return new YamlScalar(number);
  }

  /**
   * A boolean.
   *
   * @param value true or false
   */
  static YamlValue bool(boolean value) {
    return new YamlScalar(value);
  }

  /** A map without entries. */
  static YamlMap map() {
    return YamlMap.EMPTY;
  }

  /**
   * A list.
   *
   * @param values its elements
   */
  static YamlList list(List<? extends YamlValue> values) {
    return new YamlList(List.copyOf(values));
  }

  /**
   * A list.
   *
   * @param values its elements
   */
  static YamlList list(YamlValue... values) {
    return list(List.of(values));
  }

  /**
   * A list of strings.
   *
   * @param texts its elements
   */
  static YamlList texts(List<String> texts) {
    return list(texts.stream().map(YamlValue::text).toList());
  }

  /**
   * A list of strings.
   *
   * @param texts its elements
   */
  static YamlList texts(String... texts) {
    return texts(List.of(texts));
  }
}
