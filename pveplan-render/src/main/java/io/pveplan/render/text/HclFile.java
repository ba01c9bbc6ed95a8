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
  // Something was refused, and left what is written half done.
  private boolean refused;

  /** An empty file. */
  public HclFile() {
    writer = new HclWriter(new Utf8Text());
  }

  /**
   * An empty file that is to be large.
   *
   * @param size about how many bytes it gets, at least 1; it grows where they are more
   * @throws IllegalArgumentException if it is less than 1
   */
  public HclFile(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size " + size);
    }
    writer = new HclWriter(new Utf8Text(size));
  }

  /**
   * Writes a block at the end, inside of the open one if there is one.
   *
   * @param block the block
   */
  public void add(HclBlock block) {
    begin();
    writer.add(block);
    refused = false;
  }

  @Override
  public HclFile open(String type, String... labels) {
    begin();
    writer.open(type, labels);
    return done();
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
    inside(name);
    begin();
    writer.openObject(name);
    return done();
  }

  @Override
  public HclFile close() {
    if (writer.isOutside()) {
      throw new IllegalStateException("no block is open");
    }
    begin();
    writer.close();
    return done();
  }

  @Override
  public HclFile set(String name, HclValue value) {
    inside(name);
    try {
      writer.set(name, value);
    } catch (IllegalArgumentException e) {
      refused = true;
      throw e;
    }
    return this;
  }

  @Override
  public HclFile set(String name, String text) {
    inside(name);
    try {
      writer.set(name, text);
    } catch (IllegalArgumentException e) {
      refused = true;
      throw e;
    }
    return this;
  }

  private void inside(String name) {
    if (writer.isOutside()) {
      throw new IllegalStateException("no block is open for " + name);
    }
    check();
  }

  private void begin() {
    check();
    refused = true;
  }

  private void check() {
    if (refused) {
      throw new IllegalStateException("what was written before was refused");
    }
  }

  private HclFile done() {
    refused = false;
    return this;
  }

  /**
   * The text so far, with a final newline; empty without blocks.
   *
   * @throws IllegalStateException if a block is open, or something was refused: what is written is
   *     half done then
   */
  public String text() {
    check();
    if (!writer.isOutside()) {
      throw new IllegalStateException("a block is open");
    }
    return writer.text();
  }
}
