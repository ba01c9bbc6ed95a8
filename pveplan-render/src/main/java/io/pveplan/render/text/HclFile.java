package io.pveplan.render.text;

/**
 * A file that is written piece by piece: one of ten thousand blocks needs not keep them all.
 *
 * <pre>{@code
 * HclFile file = new HclFile();
 * for (String pool : pools) {
 *   file.open("resource", "proxmox_virtual_environment_pool", pool).set("pool_id", pool).close();
 * }
 * file.text(); // what HclBody.text() is for a body of these blocks
 * file.close(); // refused: no block is open
 * }</pre>
 *
 * <p>Unlike bodies and blocks it changes, and is for one thread.
 *
 * @since 0.1
 */
public final class HclFile implements HclSink {

  private final HclWriter writer;

  /** An empty file. */
  public HclFile() {
    writer = new HclWriter(new Utf8Text());
  }

  /**
   * An empty file that is to be large.
   *
   * @param size about how many bytes it gets, at least 1; it grows where they are more
   */
  public HclFile(int size) {
    writer = new HclWriter(new Utf8Text(size));
  }

  /**
   * Writes a block at the end.
   *
   * @param block the block
   */
  public void add(HclBlock block) {
    writer.add(block);
  }

  @Override
  public HclFile open(String type, String... labels) {
    writer.open(type, labels);
    return this;
  }

  /**
   * Begins an object, as the value of an attribute of the open block or of an entry of the open
   * object. It ends as a block does, but not without an entry: an empty one is a value, {@link
   * HclValue#object()}.
   *
   * @param name an identifier that is not set yet; in an object any text. Whether an object has the
   *     key already is not looked at: it may have very many
   * @return this
   * @throws IllegalArgumentException if an attribute is set already
   */
  public HclFile openObject(String name) {
    writer.openObject(inside(name));
    return this;
  }

  @Override
  public HclFile close() {
    if (writer.isOutside()) {
      throw new IllegalStateException("no block is open");
    }
    writer.close();
    return this;
  }

  @Override
  public HclFile set(String name, HclValue value) {
    writer.set(inside(name), value);
    return this;
  }

  @Override
  public HclFile set(String name, String text) {
    writer.set(inside(name), text);
    return this;
  }

  private String inside(String name) {
    if (writer.isOutside()) {
      throw new IllegalStateException("no block is open for " + name);
    }
    return name;
  }

  /**
   * The text so far, with a final newline; empty without blocks.
   *
   * @throws IllegalStateException if a block is open
   */
  public String text() {
    if (!writer.isOutside()) {
      throw new IllegalStateException("a block is open");
    }
    return writer.text();
  }
}
