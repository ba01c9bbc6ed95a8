package io.pveplan.render.text;

/**
 * A file of blocks, each of which is written at once: one of ten thousand needs not keep them all.
 *
 * <pre>{@code
 * HclFile file = new HclFile();
 * for (String pool : pools) {
 *   file.add(HclBlock.of("resource", "proxmox_virtual_environment_pool", pool).set("pool_id", pool));
 * }
 * file.text(); // what HclBody.text() is for a body of these blocks
 * }</pre>
 *
 * <p>Unlike bodies and blocks it changes, and is for one thread.
 *
 * @since 0.1
 */
public final class HclFile {

  private final HclWriter writer = new HclWriter();

  /** An empty file. */
  public HclFile() {}

  /**
   * Writes a block at the end.
   *
   * @param block the block
   */
  public void add(HclBlock block) {
    writer.add(block);
  }

  /** The text so far, with a final newline; empty without blocks. */
  public String text() {
    return writer.text();
  }
}
