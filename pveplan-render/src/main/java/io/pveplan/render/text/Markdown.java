package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Markdown document (CommonMark with tables).
 *
 * <pre>{@code
 * Markdown.empty()
 *     .heading(1, Phrase.of("Bring-up"))
 *     .paragraph(Phrase.of("From top to bottom."))
 *     .list(Phrase.of("first"), Phrase.of("second"))
 *     .code("sh", "pvecm status\n")
 *     .text();
 * }</pre>
 *
 * @since 0.1
 */
public final class Markdown {

  /** A block of a document. */
  sealed interface Block {}

  record Heading(int level, Phrase title) implements Block {}

  record Paragraph(Phrase line) implements Block {}

  record Bullets(List<Phrase> items) implements Block {}

  record Code(String language, String code) implements Block {}

  record Table(List<String> header, List<List<Phrase>> rows) implements Block {}

  private static final Markdown EMPTY = new Markdown(List.of());

  private final List<Block> blocks;

  private Markdown(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /** Nothing. */
  public static Markdown empty() {
    return EMPTY;
  }

  /**
   * The same with a heading.
   *
   * @param level 1 to 6
   * @param title its text
   */
  public Markdown heading(int level, Phrase title) {
    if (level < 1 || level > 6) {
      throw new IllegalArgumentException("heading level " + level);
    }
    return with(new Heading(level, title));
  }

  /**
   * The same with a paragraph.
   *
   * @param line its text
   */
  public Markdown paragraph(Phrase line) {
    return with(new Paragraph(line));
  }

  /**
   * The same with a list.
   *
   * @param items one line each; without any nothing is added
   */
  public Markdown list(List<Phrase> items) {
    return items.isEmpty() ? this : with(new Bullets(List.copyOf(items)));
  }

  /**
   * The same with a list.
   *
   * @param items one line each; without any nothing is added
   */
  public Markdown list(Phrase... items) {
    return list(Arrays.asList(items));
  }

  /**
   * The same with a block of code.
   *
   * @param language a word such as {@code sh}, or empty
   * @param code any text of one or more lines
   */
  public Markdown code(String language, String code) {
    if (!language.matches("[a-z]*")) {
      throw new IllegalArgumentException("language '" + language + "'");
    }
    return with(new Code(language, code));
  }

  /**
   * The same with a table.
   *
   * @param header titles of the columns
   * @param rows as many cells each as there are columns; without any nothing is added
   */
  public Markdown table(List<String> header, List<List<Phrase>> rows) {
    for (List<Phrase> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + header.size() + " columns");
      }
    }
    return rows.isEmpty() ? this : with(new Table(List.copyOf(header), List.copyOf(rows)));
  }

  /** The document as text, with a final newline; empty without content. */
  public String text() {
    return MarkdownWriter.write(blocks);
  }

  private Markdown with(Block block) {
    List<Block> all = new ArrayList<>(blocks);
    all.add(block);
    return new Markdown(all);
  }
}
