package io.pveplan.render.text;

/** A value that is written as it is: a number, a boolean, {@code null}. */
record HclWord(String word) implements HclValue {

  static final HclWord TRUE = new HclWord("true");
  static final HclWord FALSE = new HclWord("false");
}
