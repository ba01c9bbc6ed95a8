package io.pveplan.rules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Lines for a terminal: breaks and colors them if it shall, and knows nothing of reports. */
final class ConsoleText {

  private final OptionalInt width;
  private final boolean colored;
  private final StringBuilder text = new StringBuilder();

  ConsoleText(OptionalInt width, boolean colored) {
    this.width = width;
    this.colored = colored;
  }

  /** Lines under a title, with a blank line before it; nothing if there are none. */
  void section(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    blankLine();
    line(0, Span.plain(title));
    lines.forEach(line -> line(6, Span.plain("  " + line)));
  }

  /** Separates from what is above, if there is anything. */
  void blankLine() {
    if (text.length() > 0) {
      text.append('\n');
    }
  }

  /**
   * Adds a line.
   *
   * @param hanging blanks before what does not fit into its first line
   */
  void line(int hanging, Span... spans) {
    StringBuilder whole = new StringBuilder();
    for (Span span : spans) {
      whole.append(span.text());
    }
    int start = 0;
    for (int end : ends(whole, hanging)) {
      if (start > 0) {
        text.append(" ".repeat(hanging));
      }
      append(spans, start, end);
      text.append('\n');
      start = end + 1;
    }
  }

  private List<Integer> ends(CharSequence line, int hanging) {
    List<Integer> ends = new ArrayList<>();
    int used = 0;
    int lastBlank = -1;
    int usedAtBlank = 0;
    // The indentation of the line is no place to break it.
    boolean indentation = true;
    for (int at = 0; width.isPresent() && at < line.length(); ) {
      int c = Character.codePointAt(line, at);
      if (c != ' ') {
        indentation = false;
      } else if (!indentation) {
        lastBlank = at;
        usedAtBlank = used + 1;
      }
      used += Columns.of(c);
      at += Character.charCount(c);
      if (used > width.getAsInt() && c != ' ' && lastBlank >= 0) {
        ends.add(lastBlank);
        used = hanging + used - usedAtBlank;
        lastBlank = -1;
      }
    }
    ends.add(line.length());
    return ends;
  }

  private void append(Span[] spans, int start, int end) {
    int from = 0;
    for (Span span : spans) {
      int to = from + span.text().length();
      if (to > start && from < end) {
        String part = span.text().substring(Math.max(start, from) - from, Math.min(end, to) - from);
        text.append(colored ? span.style().apply(part) : part);
      }
      from = to;
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
