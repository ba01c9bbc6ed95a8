package io.pveplan.render.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The content of a file or of a block: attributes, blocks and comments, in order.
 *
 * <pre>{@code
 * HclBody.empty()
 *     .comment("Who we are")
 *     .block(
 *         HclBlock.of("provider", "proxmox")
 *             .set("endpoint", HclValue.reference("var", "endpoint"))
 *             .set("insecure", false))
 *     .text();
 * }</pre>
 *
 * <p>The text is in the layout that {@code terraform fmt} leaves alone. Empty lines come by
 * themselves around blocks; {@link #blank} adds one between attributes.
 *
 * @since 0.1
 */
public final class HclBody {

  private static final HclBody EMPTY = new HclBody();

  // The items before the last one are those of another body: adding one costs the same for a file
  // of ten thousand blocks and for an empty one.
  private final HclBody before;
  private final HclItem last;
  private final int size;
  // A bit of the hash of each name that is set: where it is missing, the name is.
  private final long names;

  private HclBody() {
    before = this;
    last = new HclItem.Blank();
    size = 0;
    names = 0;
  }

  private HclBody(HclBody before, HclItem last, long names) {
    this.before = before;
    this.last = last;
    this.size = before.size + 1;
    this.names = names;
  }

  /** Nothing. */
  public static HclBody empty() {
    return EMPTY;
  }

  /**
   * The same with an attribute.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   * @throws IllegalArgumentException if the name is set already
   */
  public HclBody set(String name, HclValue value) {
    long bit = 1L << name.hashCode();
    if ((names & bit) != 0 && has(name)) {
      throw new IllegalArgumentException("attribute " + name + " twice in one body");
    }
    return new HclBody(this, new HclAttribute(name, value), names | bit);
  }

  private boolean has(String name) {
    for (HclBody body = this; body.size > 0; body = body.before) {
      if (body.last instanceof HclAttribute attribute && attribute.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same with a string attribute.
   *
   * @param name an identifier that is not set yet
   * @param text its value
   */
  public HclBody set(String name, String text) {
    return set(name, HclValue.text(text));
  }

  /**
   * The same with a number attribute.
   *
   * @param name an identifier that is not set yet
   * @param number its value
   */
  public HclBody set(String name, long number) {
    return set(name, HclValue.number(number));
  }

  /**
   * The same with a boolean attribute.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   */
  public HclBody set(String name, boolean value) {
    return set(name, HclValue.bool(value));
  }

  /**
   * The same with a string attribute, if there is one.
   *
   * @param name an identifier that is not set yet
   * @param text its value; without it nothing is added
   */
  public HclBody set(String name, Optional<String> text) {
    return text.map(value -> set(name, value)).orElse(this);
  }

  /**
   * The same with a block.
   *
   * @param block the block
   */
  public HclBody block(HclBlock block) {
    return with(block);
  }

  /**
   * The same with a comment, which belongs to what follows.
   *
   * @param text any text; it ends up on one line
   */
  public HclBody comment(String text) {
    return with(new HclItem.Comment(Lines.comment(text)));
  }

  /** The same with an empty line, for example after {@code for_each}. */
  public HclBody blank() {
    return with(new HclItem.Blank());
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The text of a file with this content, with a final newline; empty without content. */
  public String text() {
    return HclWriter.write(this);
  }

  List<HclItem> items() {
    return Collections.unmodifiableList(Arrays.asList(array()));
  }

  HclItem[] array() {
    HclItem[] items = new HclItem[size];
    for (HclBody body = this; body.size > 0; body = body.before) {
      items[body.size - 1] = body.last;
    }
    return items;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclBody body && size == body.size && items().equals(body.items());
  }

  @Override
  public int hashCode() {
    return items().hashCode();
  }

  private HclBody with(HclItem item) {
    return new HclBody(this, item, names);
  }
}
