package io.pveplan.render.text;

import java.util.Optional;

/**
 * Attributes, blocks and comments in order: what files and blocks have in common.
 *
 * <p>It is its last item and the content before that. So adding one costs the same for a file of ten
 * thousand blocks and for an empty one, and whoever has the content before still has it.
 */
abstract sealed class HclContent<T extends HclContent<T>> permits HclBlock, HclBody {

  private final HclContent<?> before;
  private final String name;
  private final HclItem item;
  // A bit of the hash of each name that is set: where it is missing, the name is.
  private final long names;

  HclContent() {
    before = this;
    name = "";
    item = HclItem.NOTHING;
    names = 0;
  }

  /** The same content in another frame. */
  HclContent(HclContent<?> same) {
    this(same.before, same.name, same.item, same.names);
  }

  /** One item more; without a name it is no attribute. */
  HclContent(HclContent<?> before, String name, HclItem item, long names) {
    this.before = before;
    this.name = name;
    this.item = item;
    this.names = names;
  }

  abstract T and(String name, HclItem item, long names);

  abstract T self();

  /**
   * The same with an attribute.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   * @throws io.pveplan.model.InvalidValueException if the name is no identifier
   * @throws IllegalArgumentException if the name is set already
   */
  public T set(String name, HclValue value) {
    long bit = 1L << name.hashCode();
    if ((names & bit) != 0 && has(name)) {
      throw new IllegalArgumentException("attribute " + name + " twice in one body");
    }
    return and(HclNames.identifier(name), value, names | bit);
  }

  private boolean has(String wanted) {
    for (HclContent<?> each = this; !each.isEmpty(); each = each.before) {
      if (each.name.equals(wanted)) {
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
  public T set(String name, String text) {
    return set(name, HclValue.text(text));
  }

  /**
   * The same with a number attribute.
   *
   * @param name an identifier that is not set yet
   * @param number its value
   */
  public T set(String name, long number) {
    return set(name, HclValue.number(number));
  }

  /**
   * The same with a boolean attribute.
   *
   * @param name an identifier that is not set yet
   * @param value its value
   */
  public T set(String name, boolean value) {
    return set(name, HclValue.bool(value));
  }

  /**
   * The same with a string attribute, if there is one.
   *
   * @param name an identifier that is not set yet
   * @param text its value; without it nothing is added
   */
  public T set(String name, Optional<String> text) {
    return text.isPresent() ? set(name, text.get()) : self();
  }

  /**
   * The same with a block inside.
   *
   * @param block the inner block
   */
  public T block(HclBlock block) {
    return and("", block, names);
  }

  /**
   * The same with a comment, which belongs to what follows.
   *
   * @param text any text; it ends up on one line
   */
  public T comment(String text) {
    return and("", new HclItem.Comment(Lines.comment(text)), names);
  }

  /** The same with an empty line, for example after {@code for_each}. */
  public T blank() {
    return and("", HclItem.BLANK, names);
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return item == HclItem.NOTHING;
  }

  /** What it had before its last item. */
  HclContent<?> before() {
    return before;
  }

  /** Name of the last item if that is an attribute; empty otherwise. */
  String name() {
    return name;
  }

  /** The last item. */
  HclItem item() {
    return item;
  }

  int size() {
    int size = 0;
    for (HclContent<?> each = this; !each.isEmpty(); each = each.before) {
      size++;
    }
    return size;
  }

  /** It after each of its items. */
  HclContent<?>[] steps() {
    HclContent<?>[] steps = new HclContent<?>[size()];
    HclContent<?> each = this;
    for (int i = steps.length - 1; i >= 0; i--) {
      steps[i] = each;
      each = each.before;
    }
    return steps;
  }

  /** Whether the same items are in the same order. */
  boolean hasItemsOf(HclContent<?> other) {
    HclContent<?> mine = this;
    HclContent<?> others = other;
    while (mine != others && !mine.isEmpty()) {
      if (!mine.name.equals(others.name) || !mine.item.equals(others.item)) {
        return false;
      }
      mine = mine.before;
      others = others.before;
    }
    return mine == others || others.isEmpty();
  }

  int hashOfItems() {
    int hash = 0;
    for (HclContent<?> each = this; !each.isEmpty(); each = each.before) {
      hash = 31 * (31 * hash + each.name.hashCode()) + each.item.hashCode();
    }
    return hash;
  }
}
