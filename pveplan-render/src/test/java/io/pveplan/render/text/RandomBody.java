package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes bodies of every shape, the same for the same seed. */
final class RandomBody {

  private final Random random;
  private int names;

  RandomBody(long seed) {
    this.random = new Random(seed);
  }

  HclBlock block(int depth) {
    HclBlock block = random.nextBoolean() ? HclBlock.of(name()) : HclBlock.of(name(), name());
    int items = random.nextInt(8);
    for (int i = 0; i < items; i++) {
      block = item(block, depth);
    }
    return block;
  }

  private HclBlock item(HclBlock block, int depth) {
    switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0:
        return block.comment("comment " + name());
      case 1:
        return block.blank();
      case 2:
      case 3:
        return block.set(name(), value(depth));
      case 4:
        return block.set(name(), value(depth - 1)).set(name(), value(depth - 1));
      default:
        return block.block(block(depth - 1));
    }
  }

  private HclValue value(int depth) {
    switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0:
        return HclValue.text("text ".repeat(random.nextInt(30)));
      case 1:
        return HclValue.number(random.nextInt(1000) - 500);
      case 2:
        return HclValue.bool(random.nextBoolean());
      case 3:
        return HclValue.reference(name(), name()).index(name()).index(3);
      case 4:
        return HclValue.absent();
      case 5:
        return HclValue.list(values(depth));
      case 6:
        return HclValue.call(name(), values(depth).toArray(new HclValue[0]));
      default:
        HclObject object = HclValue.object();
        for (HclValue value : values(depth)) {
          object = object.with(random.nextBoolean() ? name() : "k " + name(), value);
        }
        return object;
    }
  }

  private List<HclValue> values(int depth) {
    List<HclValue> values = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      values.add(value(depth - 1));
    }
    return values;
  }

  private String name() {
    return "n".repeat(1 + random.nextInt(6)) + names++;
  }
}
