package io.pveplan.render.text;

import java.util.List;
import java.util.Optional;

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
public final class HclBlock implements HclItem {

  private final String type;
  private final List<String> labels;
  private final HclBody body;

  private HclBlock(String type, List<String> labels, HclBody body) {
    this.type = type;
    this.labels = labels;
    this.body = body;
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
    return new HclBlock(type, List.of(labels), HclBody.empty());
  }

  /**
   * The same block with another body.
   *
   * @param other the body
   */
  public HclBlock with(HclBody other) {
    return new HclBlock(type, labels, other);
  }

  /**
   * The same with an attribute.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   * @throws IllegalArgumentException if the name is set already
   */
  public HclBlock set(String name, HclValue value) {
    return with(body.set(name, value));
  }

  /**
   * The same with a string attribute.
   *
   * @param name an identifier that is not set yet
   * @param text its value
   */
  public HclBlock set(String name, String text) {
    return with(body.set(name, text));
  }

  /**
   * The same with a number attribute.
   *
   * @param name an identifier that is not set yet
   * @param number its value
   */
  public HclBlock set(String name, long number) {
    return with(body.set(name, number));
  }

  /**
   * The same with a boolean attribute.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   */
  public HclBlock set(String name, boolean value) {
    return with(body.set(name, value));
  }

  /**
   * The same with a string attribute, if there is one.
   *
   * @param name an identifier that is not set yet
   * @param text its value; without it nothing is added
   */
  public HclBlock set(String name, Optional<String> text) {
    return with(body.set(name, text));
  }

  /**
   * The same with a block inside.
   *
   * @param block the inner block
   */
  public HclBlock block(HclBlock block) {
    return with(body.block(block));
  }

  /**
   * The same with a comment, which belongs to what follows.
   *
   * @param text any text; it ends up on one line
   */
  public HclBlock comment(String text) {
    return with(body.comment(text));
  }

  /** The same with an empty line, for example after {@code for_each}. */
  public HclBlock blank() {
    return with(body.blank());
  }

  /**
   * Writes the block at the end of a file, with an empty line before it. The text is that of a
   * {@link HclBody} with the blocks; a file of very many needs not keep all of them until it is
   * written.
   *
   * @param file a file of blocks, or an empty one
   */
  public void appendTo(StringBuilder file) {
    HclWriter.append(this, file);
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
    return body;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclBlock block
        && type.equals(block.type)
        && labels.equals(block.labels)
        && body.equals(block.body);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + labels.hashCode()) + body.hashCode();
  }
}
