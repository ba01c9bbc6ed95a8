package io.pveplan.render.text;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

  static final HclObject EMPTY = new HclObject(new LinkedHashMap<>(), false);

  private final Map<String, HclValue> entries;
  private final boolean oneLine;

  private HclObject(Map<String, HclValue> entries, boolean oneLine) {
    this.entries = Collections.unmodifiableMap(entries);
    this.oneLine = oneLine;
  }

  static HclObject of(Map<String, ? extends HclValue> entries) {
    Map<String, HclValue> all = new LinkedHashMap<>();
    entries.forEach((key, value) -> add(all, key, value));
    return new HclObject(all, false);
  }

  private static void add(Map<String, HclValue> all, String key, HclValue value) {
    // Keys that differ only before normalization are one key to Terraform.
    if (all.putIfAbsent(Normalizer.normalize(key, Normalizer.Form.NFC), value) != null) {
      throw new IllegalArgumentException("key '" + key + "' twice in one object");
    }
  }

  /**
   * The same with an entry.
   *
   * @param key any text; a key twice is refused
   * @param value its value
   */
  public HclObject with(String key, HclValue value) {
    Map<String, HclValue> all = new LinkedHashMap<>(entries);
    add(all, key, value);
    return new HclObject(all, oneLine);
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
    return new HclObject(entries, true);
  }

  boolean isOnOneLine() {
    return oneLine;
  }

  Map<String, HclValue> entries() {
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclObject object
        && oneLine == object.oneLine
        && entries.equals(object.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
