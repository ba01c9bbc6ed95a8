package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Blocks of one shape, to be written as one block and a table of what differs.
 *
 * <pre>{@code
 * HclGroup group = HclGroup.of(Map.of("web01", web01, "web02", web02)).get(0);
 * HclBlock resource = HclBlock.of("resource", "proxmox_virtual_environment_vm", "web")
 *     .set("for_each", HclValue.reference("local", "web"))
 *     .blank();
 * HclBlock all = group.block(resource, HclValue.reference("each", "value"));
 * HclValue table = group.table(); // web01 = { name = "web01", vm_id = 200 } and so on
 * }</pre>
 *
 * <p>Two blocks have one shape if they hold the same blocks, those inside of blocks included. An
 * attribute that only some of them have is {@code null} in the rows of the others, which is
 * Terraform's word for an attribute that is not set. What is inside of {@code lifecycle} is the same
 * in all blocks of one shape: Terraform takes no expressions there.
 *
 * @since 0.1
 */
public final class HclGroup {

  private static final String LIFECYCLE = "lifecycle";

  private final Map<String, HclBody> bodies;
  private final String difference;
  private final HclShared shared;

  private HclGroup(Map<String, HclBody> bodies, String difference) {
    this.bodies = bodies;
    this.difference = difference;
    this.shared = HclShared.of(List.copyOf(bodies.values()));
  }

  /**
   * The groups of some blocks, in the order of their first ones.
   *
   * @param blocks blocks by key, in their order
   */
  public static List<HclGroup> of(Map<String, HclBlock> blocks) {
    Map<String, Map<String, HclBody>> byShape = new LinkedHashMap<>();
    blocks.forEach((key, block) -> byShape
        .computeIfAbsent(shape(block.body()), shape -> new LinkedHashMap<>())
        .put(key, block.body()));
    List<HclGroup> groups = new ArrayList<>();
    Optional<Set<String>> first = Optional.empty();
    for (Map<String, HclBody> bodies : byShape.values()) {
      Set<String> inner = new TreeSet<>();
      collect(bodies.values().iterator().next(), "", inner);
      groups.add(
          new HclGroup(bodies, first.map(usual -> difference(usual, inner)).orElse("")));
      first = first.or(() -> Optional.of(inner));
    }
    return groups;
  }

  /** The keys of the blocks, in their order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(bodies.keySet());
  }

  /**
   * In what the shape differs from that of the first group, as part of an identifier: {@code
   * disk_1} for one more disk, {@code no_agent} for one block less; empty for the first group. It
   * depends on the first group, and on no other.
   */
  public String difference() {
    return difference;
  }

  /**
   * One block with what is inside of all of them, and references for what differs.
   *
   * @param head the block with what comes before it
   * @param row the row of a block in the {@link #table}
   */
  public HclBlock block(HclBlock head, HclReference row) {
    return head.with(shared.body(head.body(), row));
  }

  /** A row for each block, with what differs and nothing else. */
  public HclObject table() {
    Map<String, HclObject> rows = new LinkedHashMap<>();
    int index = 0;
    for (String key : bodies.keySet()) {
      rows.put(key, shared.row(index++));
    }
    return HclValue.object(rows);
  }

  private static String shape(HclBody body) {
    StringBuilder shape = new StringBuilder();
    shape(body, shape);
    return shape.toString();
  }

  private static void shape(HclBody body, StringBuilder shape) {
    for (HclItem item : body.items()) {
      if (item instanceof HclBlock block) {
        shape.append(block.type()).append('{');
        shape(block.body(), shape);
        if (block.type().equals(LIFECYCLE)) {
          shape.append(block.body().text());
        }
        shape.append('}');
      }
    }
  }

  private static void collect(HclBody body, String path, Set<String> all) {
    for (HclShared.Inner inner : HclShared.inner(body)) {
      all.add(path + inner.name());
      collect(inner.block().body(), path + inner.name() + "_", all);
      if (inner.block().type().equals(LIFECYCLE)) {
        HclShared.words(inner.block().body())
            .forEach(word -> all.add(path + inner.name() + "_" + word));
      }
    }
  }

  private static String difference(Set<String> usual, Set<String> other) {
    List<String> words = new ArrayList<>();
    outermost(other, usual).forEach(words::add);
    outermost(usual, other).forEach(name -> words.add("no_" + name));
    // The same blocks in another order.
    return words.isEmpty() ? "reordered" : String.join("_", words);
  }

  private static List<String> outermost(Set<String> of, Set<String> without) {
    List<String> names = new ArrayList<>();
    for (String name : of) {
      if (!without.contains(name) && names.stream().noneMatch(it -> name.startsWith(it + "_"))) {
        names.add(name);
      }
    }
    return names;
  }
}
