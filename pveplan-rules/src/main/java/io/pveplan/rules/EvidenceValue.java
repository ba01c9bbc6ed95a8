package io.pveplan.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Turns a fact into text, numbers, booleans, lists and maps, so that a report is the same in every
 * run.
 */
final class EvidenceValue {

  // Sets made by Set.of and Map.of iterate differently in each JVM.
  private static final Comparator<Object> PLAIN_ORDER = Comparator.<Object, Boolean>comparing(
          value -> !(value instanceof Number))
      .thenComparing(value -> value instanceof Number n ? decimal(n) : BigDecimal.ZERO)
      .thenComparing(Object::toString);

  private EvidenceValue() {}

  static Optional<Object> plain(Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(EvidenceValue::present)
        : Optional.of(present(value));
  }

  private static Object present(Object value) {
    if (value instanceof Boolean || isPlainNumber(value)) {
      return value;
    }
    if (value instanceof Set<?> set && !(set instanceof SortedSet<?>)) {
      List<Object> sorted = list(set);
      sorted.sort(PLAIN_ORDER);
      return Collections.unmodifiableList(sorted);
    }
    if (value instanceof Collection<?> collection) {
      return Collections.unmodifiableList(list(collection));
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return value.toString();
  }

  // What is left out (Double with its NaN, AtomicInteger ..) is written as text.
  private static boolean isPlainNumber(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal
        || value instanceof Double number && Double.isFinite(number);
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  private static List<Object> list(Collection<?> elements) {
    List<Object> list = new ArrayList<>(elements.size());
    for (Object element : elements) {
      if (element instanceof Optional<?>) {
        plain(element).ifPresent(list::add);
      } else {
        list.add(present(element));
      }
    }
    return list;
  }

  private static Map<String, Object> map(Map<?, ?> map) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    if (!(map instanceof SortedMap<?, ?>)) {
      entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getKey())));
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries) {
      plain(entry.getValue()).ifPresent(value -> plain.put(String.valueOf(entry.getKey()), value));
    }
    return Collections.unmodifiableMap(plain);
  }
}
