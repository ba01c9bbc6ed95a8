package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What bodies have in common, and a column for each attribute and each block that differs. */
final class HclShared {

  /** An attribute of all bodies: one value for all, or one for each. */
  private record Field(String name, Optional<HclValue> common, String column) {}

  /** A block of all bodies; those of a column are of some only, and each has rows of its own. */
  private record Nested(String type, HclShared content, Optional<String> column) {}

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
    for (String name : names(attributes.stream().map(Map::keySet).toList())) {
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
    List<Map<String, List<HclBody>>> blocks =
        bodies.stream().map(HclShared::blocks).toList();
    List<Nested> nested = new ArrayList<>();
    for (String type : names(blocks.stream().map(Map::keySet).toList())) {
      List<List<HclBody>> ofType =
          blocks.stream().map(it -> it.getOrDefault(type, List.of())).toList();
      int inAll = ofType.stream().mapToInt(List::size).min().orElse(0);
      for (int i = 0; i < inAll; i++) {
        int index = i;
        List<HclBody> content = ofType.stream().map(it -> it.get(index)).toList();
        HclShared shared = of(content, path + numbered(type, i) + "_", columns, taken);
        nested.add(new Nested(type, shared, Optional.empty()));
      }
      if (ofType.stream().anyMatch(it -> it.size() > inAll)) {
        String column = free(path + numbered(type, inAll), taken);
        nested.add(further(type, inAll, ofType, column, columns));
      }
    }
    return new HclShared(fields, nested, columns);
  }

  /** The blocks behind those that all bodies have. */
  private static Nested further(
      String type,
      int inAll,
      List<List<HclBody>> ofType,
      String column,
      Map<String, List<HclValue>> columns) {
    HclShared content =
        of(ofType.stream().flatMap(it -> it.subList(inAll, it.size()).stream()).toList());
    List<HclValue> lists = new ArrayList<>();
    int row = 0;
    for (List<HclBody> bodies : ofType) {
      List<HclValue> rows = new ArrayList<>();
      for (int i = inAll; i < bodies.size(); i++) {
        rows.add(content.row(row++));
      }
      lists.add(HclValue.list(rows));
    }
    columns.put(column, lists);
    return new Nested(type, content, Optional.of(column));
  }

  private static String numbered(String type, int number) {
    return number == 0 ? type : type + "_" + number;
  }

  private static Map<String, List<HclBody>> blocks(HclBody body) {
    Map<String, List<HclBody>> all = new LinkedHashMap<>();
    for (HclItem item : body.items()) {
      if (item instanceof HclBlock block) {
        all.computeIfAbsent(block.type(), type -> new ArrayList<>()).add(block.body());
      }
    }
    return all;
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
  private static List<String> names(List<? extends Collection<String>> bodies) {
    List<String> names = new ArrayList<>(bodies.get(0));
    Set<String> known = new HashSet<>(names);
    for (Collection<String> body : bodies) {
      if (known.containsAll(body)) {
        continue;
      }
      int at = 0;
      for (String name : body) {
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
      body = body.block(each.column()
          .map(column -> repeated(each, row.attribute(column)))
          .orElseGet(
              () -> HclBlock.of(each.type()).with(each.content().body(HclBody.empty(), row))));
    }
    return body;
  }

  // The iterator of a dynamic block is named after its type.
  private static HclBlock repeated(Nested each, HclReference rows) {
    HclBody content =
        each.content().body(HclBody.empty(), HclValue.reference(each.type(), "value"));
    return HclBlock.of("dynamic", each.type())
        .set("for_each", rows)
        .block(HclBlock.of("content").with(content));
  }

  HclObject row(int index) {
    Map<String, HclValue> row = new LinkedHashMap<>();
    columns.forEach((column, values) -> row.put(column, values.get(index)));
    return HclValue.object(row).onOneLine();
  }
}
