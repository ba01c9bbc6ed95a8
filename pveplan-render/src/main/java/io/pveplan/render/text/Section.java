package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One section of a Proxmox section configuration: a type, an id, keys with values.
 *
 * <pre>{@code
 * Section.of("nfs", "nas").key("server", "192.0.2.60").key("export", "/export/pve");
 * Section.of("nfs", "my nas");  // refused: blank in an id
 * }</pre>
 *
 * @since 0.1
 */
public final class Section {

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_-]*");

  private final String type;
  private final String id;
  private final Map<String, String> keys;

  private Section(String type, String id, Map<String, String> keys) {
    this.type = type;
    this.id = id;
    this.keys = Collections.unmodifiableMap(keys);
  }

  /**
   * A section without keys.
   *
   * @param type the section type, for example {@code zfspool}
   * @param id the section id, without blanks
   * @throws InvalidValueException if the id is empty or has blanks
   */
  public static Section of(String type, String id) {
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("'" + type + "' is no section type");
    }
    Lines.single(id, "section id");
    if (id.isEmpty() || id.codePoints().anyMatch(Lines::isBlank)) {
      throw new InvalidValueException("'" + id + "' is no section id", "Use an id without blanks.");
    }
    return new Section(type, id, new LinkedHashMap<>());
  }

  /**
   * The same with a key.
   *
   * @param key name of the key; a key twice is refused
   * @param value one line, without blanks around it
   * @throws InvalidValueException if the value does not fit
   */
  public Section key(String key, String value) {
    return with(key, Lines.trimmed(value, key));
  }

  /**
   * The same with a key that is a number.
   *
   * @param key name of the key
   * @param value the number
   */
  public Section key(String key, long value) {
    return key(key, Long.toString(value));
  }

  /**
   * The same with a key that is on or off, written {@code 1} or {@code 0} as Proxmox does.
   *
   * @param key name of the key
   * @param value on or off
   */
  public Section key(String key, boolean value) {
    return key(key, value ? "1" : "0");
  }

  /**
   * The same with a key, if it has a value.
   *
   * @param key name of the key
   * @param value as in {@link #key(String, String)}; without it nothing is added
   */
  public Section key(String key, Optional<String> value) {
    return value.map(text -> key(key, text)).orElse(this);
  }

  /**
   * The same with a key that is a number, if it has a value.
   *
   * @param key name of the key
   * @param value the number; without it nothing is added
   */
  public Section key(String key, OptionalInt value) {
    return value.isPresent() ? key(key, value.getAsInt()) : this;
  }

  /**
   * The same with a key that stands alone, as Proxmox writes {@code disable}.
   *
   * @param key name of the key; a key twice is refused
   */
  public Section flag(String key) {
    return with(key, "");
  }

  String title() {
    return type + ": " + id;
  }

  /** Values by key; an empty one stands for a key alone. */
  Map<String, String> keys() {
    return keys;
  }

  private Section with(String key, String value) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("'" + key + "' is no key");
    }
    Map<String, String> all = new LinkedHashMap<>(keys);
    if (all.putIfAbsent(key, value) != null) {
      throw new IllegalArgumentException("key " + key + " twice in section " + id);
    }
    return new Section(type, id, all);
  }
}
