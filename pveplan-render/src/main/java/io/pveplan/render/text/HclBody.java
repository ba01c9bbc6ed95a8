package io.pveplan.render.text;

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
public final class HclBody extends HclContent<HclBody> {

  private static final HclBody EMPTY = new HclBody();

  private HclBody() {}

  private HclBody(HclContent<?> same) {
    super(same);
  }

  private HclBody(HclContent<?> before, String name, HclItem item, long names) {
    super(before, name, item, names);
  }

  /** Nothing. */
  public static HclBody empty() {
    return EMPTY;
  }

  static HclBody of(HclContent<?> content) {
    return new HclBody(content);
  }

  @Override
  HclBody and(String name, HclItem item, long names) {
    return new HclBody(this, name, item, names);
  }

  @Override
  HclBody self() {
    return this;
  }

  /** The text of a file with this content, with a final newline; empty without content. */
  public String text() {
    return HclWriter.write(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclBody body && hasItemsOf(body);
  }

  @Override
  public int hashCode() {
    return hashOfItems();
  }
}
