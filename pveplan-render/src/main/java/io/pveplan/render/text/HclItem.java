package io.pveplan.render.text;

/** What can stand in a body; a value has a name there. */
sealed interface HclItem
    permits HclValue, HclBlock, HclItem.Comment, HclItem.Blank, HclItem.Nothing {

  Blank BLANK = new Blank();

  /** Before the first item. */
  Nothing NOTHING = new Nothing();

  record Comment(String text) implements HclItem {}

  record Blank() implements HclItem {}

  record Nothing() implements HclItem {}
}
