package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Knows the layout of Terraform files: what {@code terraform fmt} leaves alone.
 *
 * <p>In a run of lines {@code name = value} the equals signs stand in one column. A run ends at an
 * empty line, a comment, a block, and at a line that opens a bracket for the next line.
 */
final class HclWriter {

  private static final int WIDTH = 100;

  /** A line {@code name = value} before it is aligned; the value may have further lines. */
  private record Assignment(String name, String value) {
    boolean manyLines() {
      return value.indexOf('\n') >= 0;
    }
  }

  private final StringBuilder out = new StringBuilder();

  private HclWriter() {}

  static String write(HclBody body) {
    HclWriter writer = new HclWriter();
    writer.body(body, "");
    return writer.out.toString();
  }

  private void body(HclBody body, String indent) {
    List<HclItem> items = body.items();
    boolean blank = false;
    for (int i = 0; i < items.size(); i++) {
      HclItem item = items.get(i);
      if (item instanceof HclItem.Blank) {
        blank = true;
        continue;
      }
      boolean afterBlock = i > 0 && items.get(i - 1) instanceof HclBlock;
      boolean beforeBlock = startsBlock(items, i) && !continuesComment(items, i);
      if (out.length() > 0 && (blank || afterBlock || beforeBlock) && !opensBody(indent)) {
        out.append('\n');
      }
      blank = false;
      if (item instanceof HclItem.Comment comment) {
        out.append(indent).append(comment.text().isEmpty() ? "#" : "# " + comment.text());
        out.append('\n');
      } else if (item instanceof HclBlock block) {
        block(block, indent);
      } else {
        List<Assignment> run = new ArrayList<>();
        while (i < items.size() && items.get(i) instanceof HclAttribute attribute) {
          run.add(new Assignment(
              attribute.name(),
              value(attribute.value(), indent, attribute.name().length())));
          i++;
        }
        i--;
        assignments(run, indent);
      }
    }
  }

  private boolean opensBody(String indent) {
    return !indent.isEmpty()
        && out.charAt(out.length() - 2) == '{'
        && out.charAt(out.length() - 1) == '\n';
  }

  /** Whether a block begins here, the comments before it included. */
  private static boolean startsBlock(List<HclItem> items, int from) {
    int i = from;
    while (i < items.size() && items.get(i) instanceof HclItem.Comment) {
      i++;
    }
    return i < items.size() && items.get(i) instanceof HclBlock;
  }

  private static boolean continuesComment(List<HclItem> items, int at) {
    return at > 0 && items.get(at - 1) instanceof HclItem.Comment;
  }

  private void block(HclBlock block, String indent) {
    out.append(indent).append(block.type());
    block.labels().forEach(label -> out.append(" \"").append(label).append('"'));
    if (block.body().items().stream().allMatch(HclItem.Blank.class::isInstance)) {
      out.append(" {}\n");
      return;
    }
    out.append(" {\n");
    body(block.body(), indent + "  ");
    out.append(indent).append("}\n");
  }

  private void assignments(List<Assignment> assignments, String indent) {
    for (String line : aligned(assignments)) {
      out.append(indent).append(line).append('\n');
    }
  }

  private static List<String> aligned(List<Assignment> assignments) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < assignments.size()) {
      int to = from;
      int width = 0;
      while (to < assignments.size() && !assignments.get(to).manyLines()) {
        width = Math.max(width, assignments.get(to).name().length());
        to++;
      }
      for (Assignment assignment : assignments.subList(from, to)) {
        String gap = " ".repeat(width - assignment.name().length());
        lines.add(assignment.name() + gap + " = " + assignment.value());
      }
      if (to < assignments.size()) {
        lines.add(assignments.get(to).name() + " = " + assignments.get(to).value());
        to++;
      }
      from = to;
    }
    return lines;
  }

  /** The value as text; all its lines but the first are indented already. */
  private static String value(HclValue value, String indent, int nameLength) {
    String line = oneLine(value);
    boolean fits = indent.length() + nameLength + " = ".length() + line.length() <= WIDTH;
    if (breaks(value) || (hasParts(value) && !fits)) {
      return manyLines(value, indent);
    }
    return line;
  }

  /** Whether a value has a list with elements in it, which is broken where it gets too long. */
  private static boolean hasParts(HclValue value) {
    return value instanceof HclList list && !list.values().isEmpty()
        || value instanceof HclCall call && call.arguments().stream().anyMatch(HclWriter::hasParts);
  }

  /** Whether a value has an object with entries in it, which is never written on one line. */
  private static boolean breaks(HclValue value) {
    if (value instanceof HclObject object) {
      return !object.entries().isEmpty();
    }
    if (value instanceof HclList list) {
      return list.values().stream().anyMatch(HclWriter::breaks);
    }
    return value instanceof HclCall call && call.arguments().stream().anyMatch(HclWriter::breaks);
  }

  private static String manyLines(HclValue value, String indent) {
    String inner = indent + "  ";
    StringBuilder text = new StringBuilder();
    if (value instanceof HclObject object) {
      text.append("{\n");
      List<Assignment> entries = new ArrayList<>();
      for (Map.Entry<String, HclValue> entry : object.entries().entrySet()) {
        String key = key(entry.getKey());
        entries.add(new Assignment(key, value(entry.getValue(), inner, key.length())));
      }
      aligned(entries).forEach(line -> text.append(inner).append(line).append('\n'));
      return text.append(indent).append('}').toString();
    }
    if (value instanceof HclList list) {
      text.append("[\n");
      for (HclValue element : list.values()) {
        text.append(inner).append(value(element, inner, 0)).append(",\n");
      }
      return text.append(indent).append(']').toString();
    }
    HclCall call = (HclCall) value;
    int last = call.arguments().size() - 1;
    List<HclValue> before = call.arguments().subList(0, last);
    HclValue end = call.arguments().get(last);
    if (before.stream().noneMatch(HclWriter::breaks) && (hasParts(end) || breaks(end))) {
      String line = before.isEmpty() ? "" : commaSeparated(before) + ", ";
      return call.function() + "(" + line + manyLines(end, indent) + ")";
    }
    text.append(call.function()).append("(\n");
    for (HclValue argument : call.arguments()) {
      text.append(inner).append(value(argument, inner, 0)).append(",\n");
    }
    return text.append(indent).append(')').toString();
  }

  private static String oneLine(HclValue value) {
    if (value instanceof HclText text) {
      return quoted(text.text());
    }
    if (value instanceof HclWord word) {
      return word.word();
    }
    if (value instanceof HclReference reference) {
      return reference(reference);
    }
    if (value instanceof HclList list) {
      return "[" + commaSeparated(list.values()) + "]";
    }
    if (value instanceof HclCall call) {
      return call.function() + "(" + commaSeparated(call.arguments()) + ")";
    }
    return "{}";
  }

  private static String commaSeparated(Collection<HclValue> values) {
    return String.join(", ", values.stream().map(HclWriter::oneLine).toList());
  }

  private static String reference(HclReference reference) {
    StringBuilder text = new StringBuilder(reference.root());
    for (HclReference.Hop hop : reference.hops()) {
      if (hop instanceof HclReference.Attribute attribute) {
        text.append('.').append(attribute.name());
      } else if (hop instanceof HclReference.Key key) {
        text.append('[').append(quoted(key.key().text())).append(']');
      } else if (hop instanceof HclReference.Position position) {
        text.append('[').append(position.position()).append(']');
      }
    }
    return text.toString();
  }

  private static String key(String key) {
    if (HclNames.isBareKey(key)) {
      return key;
    }
    // How wide other characters are for the alignment only Terraform knows.
    return quoted(new HclText(key).text(), c -> c >= ' ' && c <= '~');
  }

  private static String quoted(String text) {
    return quoted(text, HclWriter::visible);
  }

  private static String quoted(String text, IntPredicate asItIs) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean opensTemplate =
          (c == '$' || c == '%') && i + 1 < text.length() && text.charAt(i + 1) == '{';
      if (opensTemplate) {
        quoted.appendCodePoint(c).appendCodePoint(c);
      } else {
        quoted.append(escaped(c, asItIs));
      }
    }
    return quoted.append('"').toString();
  }

  private static String escaped(int c, IntPredicate asItIs) {
    switch (c) {
      case '\n':
        return "\\n";
      case '\r':
        return "\\r";
      case '\t':
        return "\\t";
      case '"':
        return "\\\"";
      case '\\':
        return "\\\\";
      default:
        if (asItIs.test(c)) {
          return Character.toString(c);
        }
        return c > 0xFFFF
            ? String.format(Locale.ROOT, "\\U%08x", c)
            : String.format(Locale.ROOT, "\\u%04x", c);
    }
  }

  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
