package io.pveplan.render.text;

/** What can stand in a body. */
sealed interface HclItem permits HclAttribute, HclBlock, HclItem.Comment, HclItem.Blank {

  record Comment(String text) implements HclItem {}

  record Blank() implements HclItem {}
}
