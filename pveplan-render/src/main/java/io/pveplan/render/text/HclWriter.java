package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Knows the layout of Terraform files: what {@code terraform fmt} leaves alone.
 *
 * <p>In a run of lines {@code name = value} the equals signs stand in one column. A run ends at an
 * empty line, a comment, a block, and at a line that opens a bracket for the next line.
 */
final class HclWriter {

  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private HclWriter() {}

  static String write(HclBody body) {
    HclWriter writer = new HclWriter();
    writer.body(body.items(), "");
    return writer.out.toString();
  }

  /** A value on one line. */
  static String text(HclValue value) {
    HclWriter writer = new HclWriter();
    writer.oneLine(value);
    return writer.out.toString();
  }

  private void body(List<HclItem> items, String indent) {
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
        List<String> names = new ArrayList<>();
        List<HclValue> values = new ArrayList<>();
        while (i < items.size() && items.get(i) instanceof HclAttribute attribute) {
          names.add(attribute.name());
          values.add(attribute.value());
          i++;
        }
        i--;
        assignments(names, values, indent);
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
    for (String label : block.labels()) {
      out.append(" \"").append(label).append('"');
    }
    List<HclItem> items = block.body().items();
    if (items.stream().allMatch(HclItem.Blank.class::isInstance)) {
      out.append(" {}\n");
      return;
    }
    out.append(" {\n");
    body(items, indent + "  ");
    out.append(indent).append("}\n");
  }

  // The equals signs of lines that follow each other stand in one column; a value of many lines
  // ends the run and is not part of it.
  private void assignments(List<String> names, List<HclValue> values, String indent) {
    int from = 0;
    while (from < names.size()) {
      int to = from;
      int width = 0;
      while (to < names.size()
          && !needsLines(values.get(to), indent.length() + names.get(to).length())) {
        width = Math.max(width, names.get(to).length());
        to++;
      }
      for (int i = from; i < to; i++) {
        begin(names.get(i), width, indent);
        oneLine(values.get(i));
        out.append('\n');
      }
      if (to < names.size()) {
        begin(names.get(to), 0, indent);
        manyLines(values.get(to), indent);
        out.append('\n');
        to++;
      }
      from = to;
    }
  }

  private void begin(String name, int width, String indent) {
    out.append(indent).append(name);
    for (int i = name.length(); i < width; i++) {
      out.append(' ');
    }
    out.append(" = ");
  }

  private void value(HclValue value, String indent) {
    if (needsLines(value, indent.length())) {
      manyLines(value, indent);
    } else {
      oneLine(value);
    }
  }

  /** Whether a value is written on several lines; the lines but the first are indented then. */
  private static boolean needsLines(HclValue value, int before) {
    return breaks(value) || hasParts(value) && before + " = ".length() + length(value) > WIDTH;
  }

  private static int length(HclValue value) {
    return text(value).length();
  }

  /** Whether a value has a list with elements in it, which is broken where it gets too long. */
  private static boolean hasParts(HclValue value) {
    return value instanceof HclList list && !list.values().isEmpty()
        || value instanceof HclCall call && call.arguments().stream().anyMatch(HclWriter::hasParts);
  }

  /** Whether a value has an object with entries in it, which is never written on one line. */
  private static boolean breaks(HclValue value) {
    if (value instanceof HclFor) {
      return true;
    }
    if (value instanceof HclObject object) {
      return object.isOnOneLine()
          ? object.entries().values().stream().anyMatch(HclWriter::breaks)
          : !object.entries().isEmpty();
    }
    if (value instanceof HclList list) {
      return list.values().stream().anyMatch(HclWriter::breaks);
    }
    return value instanceof HclCall call && call.arguments().stream().anyMatch(HclWriter::breaks);
  }

  private void manyLines(HclValue value, String indent) {
    String inner = indent + "  ";
    if (value instanceof HclObject object) {
      out.append("{\n");
      List<String> keys = object.entries().keySet().stream().map(HclWriter::key).toList();
      assignments(keys, List.copyOf(object.entries().values()), inner);
      out.append(indent).append('}');
    } else if (value instanceof HclList list) {
      out.append("[\n");
      elements(list.values(), inner);
      out.append(indent).append(']');
    } else if (value instanceof HclFor each) {
      out.append("{\n").append(inner).append("for ").append(each.key()).append(", ");
      out.append(each.value()).append(" in ");
      reference(each.source());
      out.append(" : ").append(each.key()).append(" => ");
      value(each.result(), inner);
      out.append('\n').append(indent).append('}');
    } else if (value instanceof HclCall call) {
      call(call, indent, inner);
    }
  }

  private void call(HclCall call, String indent, String inner) {
    int last = call.arguments().size() - 1;
    List<HclValue> before = call.arguments().subList(0, last);
    HclValue end = call.arguments().get(last);
    out.append(call.function());
    if (before.stream().noneMatch(HclWriter::breaks) && (hasParts(end) || breaks(end))) {
      out.append('(');
      for (HclValue argument : before) {
        oneLine(argument);
        out.append(", ");
      }
      manyLines(end, indent);
      out.append(')');
    } else {
      out.append("(\n");
      elements(call.arguments(), inner);
      out.append(indent).append(')');
    }
  }

  private void elements(List<HclValue> values, String inner) {
    for (HclValue element : values) {
      out.append(inner);
      value(element, inner);
      out.append(",\n");
    }
  }

  private void oneLine(HclValue value) {
    if (value instanceof HclText text) {
      quoted(text.text(), false);
    } else if (value instanceof HclWord word) {
      out.append(word.word());
    } else if (value instanceof HclReference reference) {
      reference(reference);
    } else if (value instanceof HclList list) {
      out.append('[');
      commaSeparated(list.values());
      out.append(']');
    } else if (value instanceof HclCall call) {
      out.append(call.function()).append('(');
      commaSeparated(call.arguments());
      out.append(')');
    } else if (value instanceof HclObject object) {
      row(object);
    }
  }

  private void row(HclObject object) {
    String separator = "{ ";
    for (Map.Entry<String, HclValue> entry : object.entries().entrySet()) {
      out.append(separator).append(key(entry.getKey())).append(" = ");
      oneLine(entry.getValue());
      separator = ", ";
    }
    out.append(object.entries().isEmpty() ? "{}" : " }");
  }

  private void commaSeparated(List<HclValue> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      oneLine(values.get(i));
    }
  }

  private void reference(HclReference reference) {
    out.append(reference.root());
    for (HclReference.Hop hop : reference.hops()) {
      if (hop instanceof HclReference.Attribute attribute) {
        out.append('.').append(attribute.name());
      } else if (hop instanceof HclReference.Key key) {
        out.append('[');
        quoted(key.key().text(), false);
        out.append(']');
      } else if (hop instanceof HclReference.Position position) {
        out.append('[').append(position.position()).append(']');
      }
    }
  }

  private static String key(String key) {
    if (HclNames.isBareKey(key)) {
      return key;
    }
    // How wide other characters are for the alignment only Terraform knows.
    HclWriter writer = new HclWriter();
    writer.quoted(new HclText(key).text(), true);
    return writer.out.toString();
  }

  private void quoted(String text, boolean ascii) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if ((c == '$' || c == '%') && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        out.append(c).append(c);
      } else if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        int point = text.codePointAt(i);
        escaped(point, ascii);
        i += Character.charCount(point) - 1;
      }
    }
    out.append('"');
  }

  private void escaped(int c, boolean ascii) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (!ascii && visible(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
        }
      }
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
