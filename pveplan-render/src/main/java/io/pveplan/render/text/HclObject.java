package io.pveplan.render.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    boolean same = true;
    for (int i = 0; i < keys.length; i++) {
      String key = normalized(keys[i]);
      same &= key.equals(keys[i]);
      keys[i] = key;
    }
    // Keys that differ only before normalization are one key to Terraform.
    if (!same) {
      Set<String> seen = new HashSet<>();
      for (String key : entries.keySet()) {
        if (!seen.add(normalized(key))) {
          throw twice(key);
        }
      }
    }
    return new HclObject(keys, entries.values().toArray(HclValue[]::new), false);
  }

  /** A row of a table; the keys are those of all its rows. */
  static HclObject row(String[] keys, HclValue[] values) {
    return new HclObject(keys, values, true);
  }

  private static String normalized(String key) {
    return HclNames.isBareKey(key) ? key : HclText.normalized(key);
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
    String normalized = normalized(key);
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
    return text.isPresent() ? with(key, text.get()) : this;
  }

  /**
   * The same keys with other values.
   *
   * <pre>{@code
   * HclObject kept = HclValue.object().with("id", HclValue.absent()).with("name", HclValue.absent());
   * kept.withEach(HclValue.reference("pool", "a")::attribute);  // id = pool.a.id and so on
   * }</pre>
   *
   * @param value the value of a key
   */
  public HclObject withEach(Function<String, ? extends HclValue> value) {
    HclValue[] others = new HclValue[keys.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = value.apply(keys[i]);
    }
    return new HclObject(keys, others, oneLine);
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
