package io.pveplan.render.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object or map value; its keys may be any text, and keep their order.
 *
 * <pre>{@code
 * HclValue.object().with("source", "bpg/proxmox").with("version", "~> 0.111.1");
 * HclValue.object().with("a", 1).with("a", 2);  // refused: a key twice
 * }</pre>
 *
 * @since 0.1
 */
public final class HclObject implements HclValue {

  static final HclObject EMPTY = new HclObject(new String[0], new HclValue[0], false);

  private final String[] keys;
  private final HclValue[] values;
  private final boolean oneLine;

  private HclObject(String[] keys, HclValue[] values, boolean oneLine) {
    this.keys = keys;
    this.values = values;
    this.oneLine = oneLine;
  }

  static HclObject of(Map<String, ? extends HclValue> entries) {
    String[] keys = entries.keySet().toArray(String[]::new);
    HclValue[] values = entries.values().toArray(HclValue[]::new);
    boolean same = true;
    for (int i = 0; i < keys.length; i++) {
      String key = HclText.normalized(keys[i]);
      same &= key.equals(keys[i]);
      keys[i] = key;
    }
    // Keys that differ only before normalization are one key to Terraform.
    if (!same) {
      Set<String> seen = new HashSet<>();
      for (String key : entries.keySet()) {
        if (!seen.add(HclText.normalized(key))) {
          throw twice(key);
        }
      }
    }
    return new HclObject(keys, values, false);
  }

  private static IllegalArgumentException twice(String key) {
    return new IllegalArgumentException("key '" + key + "' twice in one object");
  }

  /**
   * The same with an entry.
   *
   * @param key any text; a key twice is refused
   * @param value its value
   */
  public HclObject with(String key, HclValue value) {
    String normalized = HclText.normalized(key);
    for (String known : keys) {
      if (known.equals(normalized)) {
        throw twice(key);
      }
    }
    String[] moreKeys = Arrays.copyOf(keys, keys.length + 1);
    HclValue[] moreValues = Arrays.copyOf(values, values.length + 1);
    moreKeys[keys.length] = normalized;
    moreValues[values.length] = value;
    return new HclObject(moreKeys, moreValues, oneLine);
  }

  /**
   * The same with a string entry.
   *
   * @param key any text
   * @param text its value
   */
  public HclObject with(String key, String text) {
    return with(key, HclValue.text(text));
  }

  /**
   * The same with a number entry.
   *
   * @param key any text
   * @param number its value
   */
  public HclObject with(String key, long number) {
    return with(key, HclValue.number(number));
  }

  /**
   * The same with a boolean entry.
   *
   * @param key any text
   * @param value its value
   */
  public HclObject with(String key, boolean value) {
    return with(key, HclValue.bool(value));
  }

  /**
   * The same with a string entry, if there is one.
   *
   * @param key any text
   * @param text its value; without it nothing is added
   */
  public HclObject with(String key, Optional<String> text) {
    return text.map(value -> with(key, value)).orElse(this);
  }

  /** The same on one line, as a row of a table; on several lines without this. */
  public HclObject onOneLine() {
    return new HclObject(keys, values, true);
  }

  boolean isOnOneLine() {
    return oneLine;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  /** The keys in their order, to be left as they are. */
  String[] keys() {
    return keys;
  }

  /** The values in the order of the keys, to be left as they are. */
  HclValue[] values() {
    return values;
  }

  Map<String, HclValue> entries() {
    Map<String, HclValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      entries.put(keys[i], values[i]);
    }
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclObject object
        && oneLine == object.oneLine
        && keys.length == object.keys.length
        && entries().equals(object.entries());
  }

  @Override
  public int hashCode() {
    return entries().hashCode();
  }
}
