package io.pveplan.rules.report;

import io.pveplan.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes headings, paragraphs and tables of GitHub Flavored Markdown. It alone knows what must be
 * escaped.
 */
final class MarkdownText {

  // With a backslash before them they are themselves (CommonMark 0.31, section 2.4). What is left
  // has a meaning only at the beginning of a line, where no text of a plan stands, or makes a link.
  private static final String ACTIVE = "\\`*_{}[]<>&|~!#$";

  // GitHub Flavored Markdown makes links of addresses without brackets (0.29, section 6.9), GitHub
  // itself of @user and #12. Escapes and entities do not keep them apart: in cmark-gfm a\@b.example
  // and a&#64;b.example are links, too. A comment parts the text and is not shown.
  private static final Pattern LINK = Pattern.compile(
      ":(?=//)|www(?=\\.)|@|(?<=#)(?=[0-9])|(?<=\\bGH-)(?=[0-9])", Pattern.CASE_INSENSITIVE);
  private static final String APART = "$0<!-- -->";

  private final StringBuilder out = new StringBuilder();
  private final boolean links;

  private MarkdownText(boolean links) {
    this.links = links;
  }

  /** For names and messages, which become no links. */
  static MarkdownText plain() {
    return new MarkdownText(false);
  }

  /** For what the author of a rule has written, whose addresses may become links. */
  static MarkdownText linking() {
    return new MarkdownText(true);
  }

  MarkdownText heading(int level, String text) {
    return block("#".repeat(level) + " " + escaped(text));
  }

  /** A paragraph; it must begin with a letter. */
  MarkdownText paragraph(String text) {
    return block(escaped(text));
  }

  /** A table; nothing if it has no rows. */
  MarkdownText table(List<String> titles, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    List<String> lines = new ArrayList<>();
    lines.add(row(titles));
    lines.add("|" + " --- |".repeat(titles.size()));
    rows.forEach(row -> lines.add(row(row)));
    return block(String.join("\n", lines));
  }

  private String row(List<String> cells) {
    StringBuilder row = new StringBuilder("|");
    cells.forEach(cell -> row.append(' ').append(escaped(cell)).append(" |"));
    return row.toString();
  }

  private MarkdownText block(String block) {
    if (out.length() > 0) {
      out.append('\n');
    }
    out.append(block).append('\n');
    return this;
  }

  private String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    Visible.text(text).codePoints().forEach(c -> {
      if (ACTIVE.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.appendCodePoint(c);
    });
    return links ? escaped.toString() : LINK.matcher(escaped).replaceAll(APART);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
