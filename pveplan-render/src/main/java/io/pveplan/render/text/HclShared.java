package io.pveplan.render.text;

import java.util.ArrayList;
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
  private final String[] keys;

  private HclShared(List<Field> fields, List<Nested> nested, Map<String, List<HclValue>> columns) {
    this.fields = fields;
    this.nested = nested;
    this.columns = columns;
    this.keys = columns.keySet().toArray(String[]::new);
  }

  static HclShared of(HclColumns bodies) {
    return of(bodies, "", new LinkedHashMap<>(), new HashSet<>());
  }

  private static HclShared of(
      HclColumns bodies, String path, Map<String, List<HclValue>> columns, Set<String> taken) {
    List<Field> fields = new ArrayList<>();
    for (String name : bodies.attributes()) {
      HclColumns.Values values = bodies.values(name);
      if (values.areSame()) {
        fields.add(new Field(name, Optional.of(values.rows().get(0)), ""));
      } else {
        String column = free(path + name, taken);
        columns.put(column, values.rows());
        fields.add(new Field(name, Optional.empty(), column));
      }
    }
    List<Nested> nested = new ArrayList<>();
    for (String type : bodies.types()) {
      int number = 0;
      for (HclColumns content : bodies.inAll(type)) {
        String inside = path + numbered(type, number++) + "_";
        nested.add(new Nested(type, of(content, inside, columns, taken), Optional.empty()));
      }
      List<List<HclBlock>> further = bodies.further(type);
      if (!further.isEmpty()) {
        String column = free(path + numbered(type, number), taken);
        nested.add(further(type, further, column, columns));
      }
    }
    return new HclShared(fields, nested, columns);
  }

  /** Blocks that only some have: by body a list with their rows. */
  private static Nested further(
      String type,
      List<List<HclBlock>> bodies,
      String column,
      Map<String, List<HclValue>> columns) {
    HclColumns all = new HclColumns();
    bodies.forEach(blocks -> blocks.forEach(block -> all.add(block.steps())));
    HclShared content = of(all);
    List<HclValue> lists = new ArrayList<>();
    int row = 0;
    for (List<HclBlock> blocks : bodies) {
      List<HclValue> rows = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) {
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
    HclValue[] row = new HclValue[keys.length];
    int at = 0;
    for (List<HclValue> column : columns.values()) {
      row[at++] = column.get(index);
    }
    return HclObject.row(keys, row);
  }
}
