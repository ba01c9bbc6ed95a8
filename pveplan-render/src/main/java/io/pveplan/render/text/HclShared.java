package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What bodies of one shape have in common, and a column for each attribute that differs. */
final class HclShared {

  /**
   * A block inside of a body.
   *
   * @param name its type, and its number if it is not the first of its type
   */
  record Inner(String name, HclBlock block) {}

  /** An attribute of all bodies: one value for all, or one for each. */
  private record Field(String name, Optional<HclValue> common, String column) {}

  private record Nested(String type, HclShared content) {}

  private final List<Field> fields;
  private final List<Nested> nested;
  private final Map<String, List<HclValue>> columns;

  private HclShared(List<Field> fields, List<Nested> nested, Map<String, List<HclValue>> columns) {
    this.fields = fields;
    this.nested = nested;
    this.columns = columns;
  }

  static HclShared of(List<HclBody> bodies) {
    return of(bodies, "", new LinkedHashMap<>(), new HashSet<>());
  }

  private static HclShared of(
      List<HclBody> bodies, String path, Map<String, List<HclValue>> columns, Set<String> taken) {
    List<Map<String, HclValue>> attributes =
        bodies.stream().map(HclShared::attributes).toList();
    List<Field> fields = new ArrayList<>();
    for (String name : names(attributes)) {
      List<HclValue> values = attributes.stream()
          .map(it -> it.getOrDefault(name, HclValue.absent()))
          .toList();
      if (values.stream().allMatch(values.get(0)::equals)) {
        fields.add(new Field(name, Optional.of(values.get(0)), ""));
      } else {
        String column = free(path + name, taken);
        columns.put(column, values);
        fields.add(new Field(name, Optional.empty(), column));
      }
    }
    List<List<Inner>> inner = bodies.stream().map(HclShared::inner).toList();
    List<Nested> nested = new ArrayList<>();
    for (int i = 0; i < inner.get(0).size(); i++) {
      int index = i;
      Inner first = inner.get(0).get(i);
      List<HclBody> content =
          inner.stream().map(it -> it.get(index).block().body()).toList();
      nested.add(
          new Nested(first.block().type(), of(content, path + first.name() + "_", columns, taken)));
    }
    return new HclShared(fields, nested, columns);
  }

  /** The blocks of a body. */
  static List<Inner> inner(HclBody body) {
    Map<String, Integer> seen = new HashMap<>();
    List<Inner> all = new ArrayList<>();
    for (HclItem item : body.items()) {
      if (item instanceof HclBlock block) {
        int number = seen.merge(block.type(), 1, Integer::sum) - 1;
        all.add(new Inner(number == 0 ? block.type() : block.type() + "_" + number, block));
      }
    }
    return all;
  }

  /** The names of the attributes of a body, each with the names it lists. */
  static List<String> words(HclBody body) {
    List<String> words = new ArrayList<>();
    attributes(body).forEach((name, value) -> {
      words.add(name);
      if (value instanceof HclList list) {
        list.values().stream()
            .filter(HclReference.class::isInstance)
            .forEach(each -> words.add(name + "_" + ((HclReference) each).root()));
      }
    });
    return words;
  }

  private static Map<String, HclValue> attributes(HclBody body) {
    Map<String, HclValue> all = new LinkedHashMap<>();
    for (HclItem item : body.items()) {
      if (item instanceof HclAttribute attribute) {
        all.put(attribute.name(), attribute.value());
      }
    }
    return all;
  }

  // One that only some have stands behind the one that it follows there.
  private static List<String> names(List<Map<String, HclValue>> bodies) {
    List<String> names = new ArrayList<>(bodies.get(0).keySet());
    Set<String> known = new HashSet<>(names);
    for (Map<String, HclValue> body : bodies) {
      if (known.containsAll(body.keySet())) {
        continue;
      }
      int at = 0;
      for (String name : body.keySet()) {
        if (known.add(name)) {
          names.add(at, name);
        }
        at = names.indexOf(name) + 1;
      }
    }
    return names;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  HclBody body(HclBody head, HclReference row) {
    HclBody body = head;
    for (Field field : fields) {
      body = body.set(field.name(), field.common().orElseGet(() -> row.attribute(field.column())));
    }
    for (Nested each : nested) {
      body = body.block(HclBlock.of(each.type()).with(each.content().body(HclBody.empty(), row)));
    }
    return body;
  }

  HclObject row(int index) {
    Map<String, HclValue> row = new LinkedHashMap<>();
    columns.forEach((column, values) -> row.put(column, values.get(index)));
    return HclValue.object(row).onOneLine();
  }
}
