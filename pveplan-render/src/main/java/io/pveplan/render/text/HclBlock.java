package io.pveplan.render.text;

import java.util.List;

/**
 * A block: a type, labels, and a body.
 *
 * <pre>{@code
 * HclBlock.of("resource", "proxmox_storage_nfs", "nas")
 *     .set("id", "nas")
 *     .set("server", "192.0.2.60")
 *     .set("nodes", HclValue.texts(List.of("pve1", "pve2")));
 * HclBlock.of("resource", "proxmox_storage_nfs", "1.nas");  // refused: no identifier
 * }</pre>
 *
 * @since 0.1
 */
public final class HclBlock extends HclContent<HclBlock> implements HclItem {

  private final String type;
  private final List<String> labels;

  private HclBlock(String type, List<String> labels) {
    this.type = type;
    this.labels = labels;
  }

  private HclBlock(HclBlock frame, HclContent<?> content) {
    super(content);
    this.type = frame.type;
    this.labels = frame.labels;
  }

  private HclBlock(HclBlock before, String name, HclItem item, long names) {
    super(before, name, item, names);
    this.type = before.type;
    this.labels = before.labels;
  }

  /**
   * A block without content.
   *
   * @param type an identifier, for example {@code resource}
   * @param labels identifiers; Terraform takes nothing else for a label
   * @throws io.pveplan.model.InvalidValueException if one of them is no identifier
   */
  public static HclBlock of(String type, String... labels) {
    HclNames.identifier(type);
    for (String label : labels) {
      HclNames.identifier(label);
    }
    return new HclBlock(type, List.of(labels));
  }

  @Override
  HclBlock and(String name, HclItem item, long names) {
    return new HclBlock(this, name, item, names);
  }

  @Override
  HclBlock self() {
    return this;
  }

  /**
   * The same block with another body.
   *
   * @param other the body
   */
  public HclBlock with(HclBody other) {
    return new HclBlock(this, other);
  }

  /** The block type, for example {@code resource}. */
  public String type() {
    return type;
  }

  /** The labels, for example resource type and name. */
  public List<String> labels() {
    return labels;
  }

  /** What is inside. */
  public HclBody body() {
    return HclBody.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclBlock block
        && type.equals(block.type)
        && labels.equals(block.labels)
        && hasItemsOf(block);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + labels.hashCode()) + hashOfItems();
  }
}
