package io.pveplan.render.text;

/** A value that is written as it is: a fraction, a boolean, {@code null}. */
record HclWord(String word) implements HclValue {

  static final HclWord TRUE = new HclWord("true");
  static final HclWord FALSE = new HclWord("false");
  static final HclWord NULL = new HclWord("null");
}
