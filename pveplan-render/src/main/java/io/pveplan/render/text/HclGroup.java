package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Blocks of one type, to be written as one block and a table of what differs. Unlike blocks it
 * changes, and is for one thread.
 *
 * <pre>{@code
 * HclGroup group = HclGroup.of(Map.of("web01", web01, "web02", web02));
 * HclBlock resource = HclBlock.of("resource", "proxmox_virtual_environment_vm", "web")
 *     .set("for_each", HclValue.reference("local", "web"))
 *     .blank();
 * HclBlock all = group.block(resource, HclValue.reference("each", "value"));
 * HclValue table = group.table(); // web01 = { name = "web01", vm_id = 200 } and so on
 * }</pre>
 *
 * <p>An attribute that only some of them have is {@code null} in the rows of the others, which is
 * Terraform's word for an attribute that is not set. A block that only some have is a {@code
 * dynamic} one over a list in the row, empty in those of the others. Blocks of one type keep their
 * order; those of different types Terraform tells apart by themselves.
 *
 * <p>In {@code lifecycle} and {@code depends_on} Terraform takes no expressions: what one of the
 * blocks has there holds for all, and a comment says because of which.
 *
 * @since 0.1
 */
public final class HclGroup {

  private static final String LIFECYCLE = "lifecycle";
  private static final String DEPENDS_ON = "depends_on";

  private final Set<String> keys = new LinkedHashSet<>();
  private final HclColumns columns = new HclColumns();
  private final Set<HclValue> needed = new LinkedHashSet<>();
  private final Map<String, HclValue> lifecycle = new LinkedHashMap<>();
  private final Map<String, List<String>> because = new LinkedHashMap<>();

  /** A group without blocks. */
  public HclGroup() {}

  /**
   * The group of some blocks.
   *
   * @param blocks blocks by key, in their order
   */
  public static HclGroup of(Map<String, HclBlock> blocks) {
    HclGroup group = new HclGroup();
    blocks.forEach(group::add);
    return group;
  }

  /**
   * Adds a block.
   *
   * @param key its key, which no other one has
   * @param block the block
   * @throws IllegalArgumentException if another one has the key
   */
  public void add(String key, HclBlock block) {
    if (!keys.add(key)) {
      throw new IllegalArgumentException("key " + key + " twice in one group");
    }
    columns.add(Arrays.stream(block.steps())
        .filter(each -> !isNoExpression(key, each))
        .toArray(HclContent<?>[]::new));
  }

  /**
   * Adds a block piece by piece; it is there once it is closed.
   *
   * @param key its key, which no other one has
   * @return what takes the block
   */
  public HclSink add(String key) {
    return new HclBlockSink(block -> add(key, block));
  }

  /** Whether Terraform takes no expression for an item, which is noted then. */
  private boolean isNoExpression(String key, HclContent<?> each) {
    if (each.item() instanceof HclBlock block && block.type().equals(LIFECYCLE)) {
      for (HclContent<?> inner : block.steps()) {
        keep(key, inner.name(), inner.item());
      }
      return true;
    }
    if (each.item() instanceof HclList list && each.name().equals(DEPENDS_ON)) {
      needed.addAll(list.values());
      return true;
    }
    return false;
  }

  private void keep(String key, String name, HclItem item) {
    if (item instanceof HclList list) {
      List<HclValue> all = new ArrayList<>();
      if (lifecycle.get(name) instanceof HclList known) {
        all.addAll(known.values());
      }
      list.values().stream().filter(value -> !all.contains(value)).forEach(all::add);
      lifecycle.put(name, new HclList(all));
      list.values().forEach(value -> because(HclLine.text(value), key));
    } else if (item instanceof HclValue value) {
      lifecycle.put(name, value);
      because(name, key);
    }
  }

  private void because(String word, String key) {
    because.computeIfAbsent(word, it -> new ArrayList<>()).add(key);
  }

  /**
   * One block with what is inside of all of them, of which there is at least one, and references for what differs.
   *
   * @param head the block with what comes before it
   * @param row the row of a block in the {@link #table}
   */
  public HclBlock block(HclBlock head, HclReference row) {
    HclBlock block = head.with(HclShared.of(columns).body(head.body(), row));
    if (!needed.isEmpty()) {
      block = block.set(DEPENDS_ON, HclValue.list(List.copyOf(needed)));
    }
    return lifecycle.isEmpty() ? block : block.block(lifecycle());
  }

  private HclBlock lifecycle() {
    HclBlock block = HclBlock.of(LIFECYCLE);
    for (Map.Entry<String, List<String>> each : because.entrySet()) {
      if (each.getValue().size() < keys.size()) {
        block = block.comment(each.getKey() + ": for all, because of "
            + each.getValue().get(0) + (each.getValue().size() > 1 ? " and others" : ""));
      }
    }
    for (Map.Entry<String, HclValue> each : lifecycle.entrySet()) {
      block = block.set(each.getKey(), each.getValue());
    }
    return block;
  }

  /** A row for each block, with what differs and nothing else. */
  public HclObject table() {
    HclShared shared = HclShared.of(columns);
    Map<String, HclObject> rows = new LinkedHashMap<>();
    int row = 0;
    for (String key : keys) {
      rows.put(key, shared.row(row++));
    }
    return HclValue.object(rows);
  }
}
