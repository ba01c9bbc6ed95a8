package io.pveplan.render.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A value of several properties with commas between, the form of most settings of a guest: {@code
 * tank:8,mp=/data,ro=1}. The names of a plan have no commas.
 */
final class PropertyString {

  private final List<String> parts;

  private PropertyString(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  static PropertyString of(String first) {
    return new PropertyString(List.of(first));
  }

  static PropertyString empty() {
    return new PropertyString(List.of());
  }

  PropertyString with(String key, Object value) {
    List<String> more = new ArrayList<>(parts);
    more.add(key + "=" + value);
    return new PropertyString(more);
  }

  PropertyString with(String key, Optional<?> value) {
    return value.isPresent() ? with(key, value.get()) : this;
  }

  PropertyString with(String key, OptionalInt value) {
    return value.isPresent() ? with(key, value.getAsInt()) : this;
  }

  /** With a property only where it holds. */
  PropertyString when(boolean holds, String key, Object value) {
    return holds ? with(key, value) : this;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  String text() {
    return String.join(",", parts);
  }
}
