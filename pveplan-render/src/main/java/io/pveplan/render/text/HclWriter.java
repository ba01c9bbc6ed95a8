package io.pveplan.render.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Knows the layout of Terraform files: what {@code terraform fmt} leaves alone.
 *
 * <p>In a run of lines {@code name = value} the equals signs stand in one column. A run ends at an
 * empty line, a comment, a block, and at a line that opens a bracket for the next line.
 */
final class HclWriter {

  private static final int WIDTH = 100;

  private static final String[] INDENTS = {"", "  ", "    ", "      ", "        "};
  // By the blanks before the equals sign.
  private static final String[] EQUALS =
      IntStream.range(0, 32).mapToObj(it -> " ".repeat(it) + " = ").toArray(String[]::new);

  private final StringBuilder out;

  private HclWriter(StringBuilder out) {
    this.out = out;
  }

  private HclWriter() {
    this(new StringBuilder());
  }

  /** Writes a block at the end of a file of blocks. */
  static void append(HclBlock block, StringBuilder file) {
    if (file.length() > 0) {
      file.append('\n');
    }
    new HclWriter(file).block(block, "");
  }

  static String write(HclBody body) {
    HclWriter writer = new HclWriter();
    writer.body(body.array(), "");
    return writer.out.toString();
  }

  /** A value on one line. */
  static String text(HclValue value) {
    HclWriter writer = new HclWriter();
    writer.oneLine(value);
    return writer.out.toString();
  }

  private void body(HclItem[] items, String indent) {
    boolean blank = false;
    for (int i = 0; i < items.length; i++) {
      HclItem item = items[i];
      if (item instanceof HclItem.Blank) {
        blank = true;
        continue;
      }
      boolean afterBlock = i > 0 && items[i - 1] instanceof HclBlock;
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
        int end = i;
        while (end < items.length && items[end] instanceof HclAttribute) {
          end++;
        }
        String[] names = new String[end - i];
        HclValue[] values = new HclValue[end - i];
        for (int at = i; at < end; at++) {
          HclAttribute attribute = (HclAttribute) items[at];
          names[at - i] = attribute.name();
          values[at - i] = attribute.value();
        }
        assignments(names, values, indent);
        i = end - 1;
      }
    }
  }

  private boolean opensBody(String indent) {
    return !indent.isEmpty()
        && out.charAt(out.length() - 2) == '{'
        && out.charAt(out.length() - 1) == '\n';
  }

  /** Whether a block begins here, the comments before it included. */
  private static boolean startsBlock(HclItem[] items, int from) {
    int i = from;
    while (i < items.length && items[i] instanceof HclItem.Comment) {
      i++;
    }
    return i < items.length && items[i] instanceof HclBlock;
  }

  private static boolean continuesComment(HclItem[] items, int at) {
    return at > 0 && items[at - 1] instanceof HclItem.Comment;
  }

  private void block(HclBlock block, String indent) {
    out.append(indent).append(block.type());
    for (String label : block.labels()) {
      out.append(" \"").append(label).append('"');
    }
    HclItem[] items = block.body().array();
    if (areBlank(items)) {
      out.append(" {}\n");
      return;
    }
    out.append(" {\n");
    body(items, deeper(indent));
    out.append(indent).append("}\n");
  }

  private static boolean areBlank(HclItem[] items) {
    for (HclItem item : items) {
      if (!(item instanceof HclItem.Blank)) {
        return false;
      }
    }
    return true;
  }

  private static String deeper(String indent) {
    int depth = indent.length() / 2 + 1;
    return depth < INDENTS.length ? INDENTS[depth] : indent + "  ";
  }

  // The equals signs of lines that follow each other stand in one column; a value of many lines
  // ends the run and is not part of it.
  private void assignments(String[] names, HclValue[] values, String indent) {
    int from = 0;
    while (from < names.length) {
      int to = from;
      int width = 0;
      while (to < names.length && !needsLines(values[to], indent.length() + names[to].length())) {
        width = Math.max(width, names[to].length());
        to++;
      }
      for (int i = from; i < to; i++) {
        begin(names[i], width, indent);
        oneLine(values[i]);
        out.append('\n');
      }
      if (to < names.length) {
        begin(names[to], 0, indent);
        manyLines(values[to], indent);
        out.append('\n');
        to++;
      }
      from = to;
    }
  }

  private void begin(String name, int width, String indent) {
    int missing = Math.max(0, width - name.length());
    out.append(indent).append(name);
    out.append(missing < EQUALS.length ? EQUALS[missing] : " ".repeat(missing) + " = ");
  }

  private void value(HclValue value, String indent) {
    if (needsLines(value, indent.length())) {
      manyLines(value, indent);
    } else {
      oneLine(value);
    }
  }

  /** Whether a value is written on several lines; the lines but the first are indented then. */
  private boolean needsLines(HclValue value, int before) {
    if (value instanceof HclText || value instanceof HclWord || value instanceof HclReference) {
      return false;
    }
    return breaks(value) || hasParts(value) && before + " = ".length() + length(value) > WIDTH;
  }

  private int length(HclValue value) {
    int before = out.length();
    oneLine(value);
    int length = out.length() - before;
    out.setLength(before);
    return length;
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
      return object.isOnOneLine() ? anyBreaks(Arrays.asList(object.values())) : !object.isEmpty();
    }
    if (value instanceof HclList list) {
      return anyBreaks(list.values());
    }
    return value instanceof HclCall call && call.arguments().stream().anyMatch(HclWriter::breaks);
  }

  private static boolean anyBreaks(List<HclValue> values) {
    for (HclValue value : values) {
      if (breaks(value)) {
        return true;
      }
    }
    return false;
  }

  private void manyLines(HclValue value, String indent) {
    String inner = deeper(indent);
    if (value instanceof HclObject object) {
      out.append("{\n");
      String[] keys = object.keys().clone();
      for (int i = 0; i < keys.length; i++) {
        keys[i] = key(keys[i]);
      }
      assignments(keys, object.values(), inner);
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
      quoted(text, false);
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
    for (int i = 0; i < object.keys().length; i++) {
      out.append(separator).append(key(object.keys()[i])).append(" = ");
      oneLine(object.values()[i]);
      separator = ", ";
    }
    out.append(object.isEmpty() ? "{}" : " }");
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
        quoted(key.key(), false);
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
    writer.quoted(new HclText(key), true);
    return writer.out.toString();
  }

  private void quoted(HclText value, boolean ascii) {
    String text = value.text();
    if (value.isPlain()) {
      out.append('"').append(text).append('"');
      return;
    }
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
