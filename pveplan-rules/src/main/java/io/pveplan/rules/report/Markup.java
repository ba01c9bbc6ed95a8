package io.pveplan.rules.report;

import io.pveplan.model.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes elements, attributes and text of XML, and of HTML in the spelling that is XML as well. It
 * alone knows what must be escaped.
 */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  Markup(String prolog) {
    out.append(prolog).append('\n');
  }

  /** Begins an element on a line of its own. Attributes are names and values in turn. */
  Markup open(String element, String... attributes) {
    indent();
    tag(element, attributes);
    out.append(">\n");
    open.push(element);
    return this;
  }

  /** Ends the innermost element. */
  Markup close() {
    String element = open.pop();
    indent();
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    indent();
    tag(element, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element on one line, with text in it. */
  Markup element(String element, String text, String... attributes) {
    indent();
    inline(element, text, attributes);
    out.append('\n');
    return this;
  }

  /** Begins an element on one line that has more in it than text. */
  Markup line(String element, String... attributes) {
    indent();
    tag(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Ends it. */
  Markup endLine() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element with several lines of text in it, as they shall be read. */
  Markup element(String element, List<String> lines, String... attributes) {
    indent();
    tag(element, attributes);
    out.append('>');
    out.append(lines.stream().map(Markup::escaped).collect(Collectors.joining("\n")));
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** An element within a line. */
  Markup inline(String element, String text, String... attributes) {
    tag(element, attributes);
    out.append('>');
    text(text);
    out.append("</").append(element).append('>');
    return this;
  }

  /** Text within a line; control characters are made visible. */
  Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Text that is this syntax already: the style sheet. */
  Markup verbatim(String text) {
    out.append(text);
    return this;
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
  }

  private void indent() {
    out.append("  ".repeat(open.size()));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(visible(c));
      }
    });
    return escaped.toString();
  }

  // XML 1.0 has no form at all for most control characters and for the last two of each plane
  // (section 2.2).
  private static String visible(int c) {
    if ((c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef) {
      return String.format(Locale.ROOT, "\\u%04x", c);
    }
    return Visible.text(Character.toString(c));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
