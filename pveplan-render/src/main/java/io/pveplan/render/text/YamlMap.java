package io.pveplan.render.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A map in a YAML document; its keys keep their order.
 *
 * <pre>{@code
 * YamlValue.map().with("hostname", "web01").with("packages", YamlValue.texts("qemu-guest-agent"));
 * YamlValue.map().with("a", 1).with("a", 2);  // refused: a key twice
 * }</pre>
 *
 * @since 0.1
 */
public final class YamlMap implements YamlValue {

  static final YamlMap EMPTY = new YamlMap(new LinkedHashMap<>());

  private final Map<String, YamlValue> entries;

  private YamlMap(Map<String, YamlValue> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /**
   * The same with an entry.
   *
   * @param key any line of text; a key twice is refused
   * @param value its value
   */
  public YamlMap with(String key, YamlValue value) {
    Map<String, YamlValue> all = new LinkedHashMap<>(entries);
    if (all.putIfAbsent(Lines.single(YamlWriter.unambiguous(key), "key"), value) != null) {
      throw new IllegalArgumentException("key '" + key + "' twice in one map");
    }
    return new YamlMap(all);
  }

  /**
   * The same with a string entry.
   *
   * @param key any line of text
   * @param text its value
   */
  public YamlMap with(String key, String text) {
    return with(key, YamlValue.text(text));
  }

  /**
   * The same with a number entry.
   *
   * @param key any line of text
   * @param number its value
   */
  public YamlMap with(String key, long number) {
    return with(key, YamlValue.number(number));
  }

  /**
   * The same with a boolean entry.
   *
   * @param key any line of text
   * @param value its value
   */
  public YamlMap with(String key, boolean value) {
    return with(key, YamlValue.bool(value));
  }

  /**
   * The same with a string entry, if there is one.
   *
   * @param key any line of text
   * @param text its value; without it nothing is added
   */
  public YamlMap with(String key, Optional<String> text) {
    return text.map(value -> with(key, value)).orElse(this);
  }

  /**
   * The same with a number entry, if there is one.
   *
   * @param key any line of text
   * @param number its value; without it nothing is added
   */
  public YamlMap with(String key, OptionalInt number) {
    return number.isPresent() ? with(key, number.getAsInt()) : this;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  Map<String, YamlValue> entries() {
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof YamlMap map && entries.equals(map.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
