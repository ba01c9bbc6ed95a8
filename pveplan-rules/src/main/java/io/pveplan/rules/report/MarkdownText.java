package io.pveplan.rules.report;

import io.pveplan.model.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes headings, paragraphs and tables of GitHub Flavored Markdown. It alone knows what must be
 * escaped.
 */
final class MarkdownText {

  // With a backslash before them they are themselves (CommonMark 0.31, section 2.4). Everything
  // else
  // has a meaning only at the beginning of a line, and no text of a plan stands there.
  private static final String ACTIVE = "\\`*_{}[]<>&|~!#$";

  private final StringBuilder out = new StringBuilder();

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

  private static String row(List<String> cells) {
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

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    Visible.text(text).codePoints().forEach(c -> {
      if (ACTIVE.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.appendCodePoint(c);
    });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
