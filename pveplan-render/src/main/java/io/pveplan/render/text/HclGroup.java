package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Blocks of one type, to be written as one block and a table of what differs.
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

  private final Map<String, HclBody> bodies = new LinkedHashMap<>();
  private final Set<HclValue> needed = new LinkedHashSet<>();
  private final Map<String, HclValue> lifecycle = new LinkedHashMap<>();
  private final Map<String, List<String>> because = new LinkedHashMap<>();
  private final HclShared shared;

  private HclGroup(Map<String, HclBlock> blocks) {
    blocks.forEach((key, block) -> bodies.put(key, expressions(key, block.body())));
    this.shared = HclShared.of(List.copyOf(bodies.values()));
  }

  /**
   * The group of some blocks.
   *
   * @param blocks blocks by key, in their order; at least one
   */
  public static HclGroup of(Map<String, HclBlock> blocks) {
    return new HclGroup(blocks);
  }

  /** What may be an expression in a body; the rest is noted. */
  private HclBody expressions(String key, HclBody body) {
    HclBody rest = HclBody.empty();
    for (HclItem item : body.items()) {
      if (item instanceof HclBlock block && block.type().equals(LIFECYCLE)) {
        block.body().items().forEach(each -> keep(key, each));
      } else if (item instanceof HclAttribute attribute && attribute.name().equals(DEPENDS_ON)) {
        needed.addAll(((HclList) attribute.value()).values());
      } else if (item instanceof HclBlock block) {
        rest = rest.block(block);
      } else if (item instanceof HclAttribute attribute) {
        rest = rest.set(attribute.name(), attribute.value());
      }
    }
    return rest;
  }

  private void keep(String key, HclItem item) {
    if (item instanceof HclAttribute attribute && attribute.value() instanceof HclList list) {
      List<HclValue> all = new ArrayList<>();
      if (lifecycle.get(attribute.name()) instanceof HclList known) {
        all.addAll(known.values());
      }
      list.values().stream().filter(value -> !all.contains(value)).forEach(all::add);
      lifecycle.put(attribute.name(), new HclList(all));
      list.values().forEach(value -> because(HclWriter.text(value), key));
    } else if (item instanceof HclAttribute attribute) {
      lifecycle.put(attribute.name(), attribute.value());
      because(attribute.name(), key);
    }
  }

  private void because(String word, String key) {
    because.computeIfAbsent(word, it -> new ArrayList<>()).add(key);
  }

  /**
   * One block with what is inside of all of them, and references for what differs.
   *
   * @param head the block with what comes before it
   * @param row the row of a block in the {@link #table}
   */
  public HclBlock block(HclBlock head, HclReference row) {
    HclBlock block = head.with(shared.body(head.body(), row));
    if (!needed.isEmpty()) {
      block = block.set(DEPENDS_ON, HclValue.list(List.copyOf(needed)));
    }
    return lifecycle.isEmpty() ? block : block.block(lifecycle());
  }

  private HclBlock lifecycle() {
    HclBlock block = HclBlock.of(LIFECYCLE);
    for (Map.Entry<String, List<String>> each : because.entrySet()) {
      if (each.getValue().size() < bodies.size()) {
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
    Map<String, HclObject> rows = new LinkedHashMap<>();
    int index = 0;
    for (String key : bodies.keySet()) {
      rows.put(key, shared.row(index++));
    }
    return HclValue.object(rows);
  }
}
