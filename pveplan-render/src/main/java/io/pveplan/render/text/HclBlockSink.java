package io.pveplan.render.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Keeps a block, and hands it on when it ends. */
final class HclBlockSink implements HclSink {

  private final Consumer<HclBlock> whole;
  private final Deque<HclBlock> open = new ArrayDeque<>();

  HclBlockSink(Consumer<HclBlock> whole) {
    this.whole = whole;
  }

  @Override
  public HclSink open(String type, String... labels) {
    open.push(HclBlock.of(type, labels));
    return this;
  }

  @Override
  public HclSink close() {
    HclBlock block = innermost();
    open.pop();
    if (open.isEmpty()) {
      whole.accept(block);
    } else {
      open.push(open.pop().block(block));
    }
    return this;
  }

  @Override
  public HclSink set(String name, HclValue value) {
    HclBlock set = innermost().set(name, value);
    open.pop();
    open.push(set);
    return this;
  }

  @Override
  public HclSink set(String name, String text) {
    return set(name, HclValue.text(text));
  }

  private HclBlock innermost() {
    if (open.isEmpty()) {
      throw new IllegalStateException("no block is open");
    }
    return open.peek();
  }
}
