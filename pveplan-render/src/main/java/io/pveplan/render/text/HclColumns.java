package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes and blocks of many bodies by their names. Each body is gone through when it is
 * added: ten thousand of them are much more than fits into the caches of a processor.
 */
final class HclColumns {

  /** One attribute: its values by row, absent where a body does not have it. */
  static final class Values {
    private final List<HclValue> rows = new ArrayList<>();
    private boolean same = true;

    private void put(int row, HclValue value) {
      fill(row);
      rows.add(value);
      same &= value.equals(rows.get(0));
    }

    private void fill(int size) {
      while (rows.size() < size) {
        rows.add(HclValue.absent());
        same &= rows.get(0).equals(HclValue.absent());
      }
    }

    boolean areSame() {
      return same;
    }

    List<HclValue> rows() {
      return rows;
    }
  }

  /** Blocks of one type: by row, and the first, second .. ones of the rows. */
  static final class Blocks {
    private final List<List<HclBlock>> rows = new ArrayList<>();
    private final List<HclColumns> places = new ArrayList<>();

    private List<HclBlock> row(int row) {
      while (rows.size() <= row) {
        rows.add(List.of());
      }
      return rows.get(row);
    }

    private void put(int row, HclBlock block) {
      List<HclBlock> known = row(row);
      int place = known.size();
      if (place == 0) {
        rows.set(row, List.of(block));
      } else {
        List<HclBlock> more = new ArrayList<>(known);
        more.add(block);
        rows.set(row, more);
      }
      if (place == places.size()) {
        places.add(new HclColumns());
      }
      places.get(place).add(block.steps());
    }
  }

  private int size;
  private final List<String> attributes = new ArrayList<>();
  private final Map<String, Values> values = new HashMap<>();
  private final List<String> types = new ArrayList<>();
  private final Map<String, Blocks> blocks = new HashMap<>();

  /**
   * Adds a row.
   *
   * @param items of a body
   */
  void add(HclContent<?>... items) {
    String attribute = "";
    String type = "";
    for (HclContent<?> each : items) {
      if (each.item() instanceof HclBlock block) {
        Blocks ofType = blocks(block.type(), type);
        type = ofType.row(size).isEmpty() ? block.type() : type;
        ofType.put(size, block);
      } else if (each.item() instanceof HclValue value) {
        values(each.name(), attribute).put(size, value);
        attribute = each.name();
      }
    }
    size++;
  }

  private Values values(String name, String previous) {
    Values column = values.get(name);
    if (column == null) {
      column = new Values();
      values.put(name, column);
      attributes.add(attributes.indexOf(previous) + 1, name);
    }
    return column;
  }

  private Blocks blocks(String type, String previous) {
    Blocks column = blocks.get(type);
    if (column == null) {
      column = new Blocks();
      blocks.put(type, column);
      types.add(types.indexOf(previous) + 1, type);
    }
    return column;
  }

  /** Names of attributes; one that only some have stands behind the one that it follows there. */
  List<String> attributes() {
    return attributes;
  }

  /** The values of an attribute in all rows. */
  Values values(String attribute) {
    Values column = values.get(attribute);
    column.fill(size);
    return column;
  }

  /** Types of blocks, in an order like that of the attributes. */
  List<String> types() {
    return types;
  }

  /** For each block of a type that all rows have, in their order, the columns of its content. */
  List<HclColumns> inAll(String type) {
    return blocks.get(type).places.stream()
        .takeWhile(place -> place.size == size)
        .toList();
  }

  /** The blocks of a type behind those that all rows have, by row; nothing where there are none. */
  List<List<HclBlock>> further(String type) {
    Blocks ofType = blocks.get(type);
    int inAll = inAll(type).size();
    if (inAll == ofType.places.size()) {
      return List.of();
    }
    ofType.row(size - 1);
    return ofType.rows.stream()
        .map(row -> row.subList(Math.min(inAll, row.size()), row.size()))
        .toList();
  }
}
