package io.pveplan.render.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Knows the layout of Terraform files: what {@code terraform fmt} leaves alone.
 *
 * <p>In a run of lines {@code name = value} the equals signs stand in one column. A run ends at an
 * empty line, a comment, a block, and at a line that opens a bracket for the next line.
 */
final class HclWriter {

  private static final int WIDTH = 100;

  private static final String[] INDENTS = {"", "  ", "    ", "      ", "        "};

  /** The beginning of a line up to its value. */
  private record Start(String name, int width, int indent, String text) {}

  private static final Start NONE = new Start("", 0, 0, "");

  private final StringBuilder out = new StringBuilder();
  // By their hashes the last ones: each guest has the same.
  private final Start[] starts = new Start[128];
  // What is being written: a block behind those around it. Names are empty but of attributes.
  private String[] names = new String[32];
  private HclItem[] items = new HclItem[32];
  private int end;

  HclWriter() {
    Arrays.fill(starts, NONE);
  }

  /** Writes a block at the end of a file of blocks. */
  void add(HclBlock block) {
    if (out.length() > 0) {
      out.append('\n');
    }
    block(block, "");
  }

  String text() {
    return out.toString();
  }

  static String write(HclBody body) {
    HclWriter writer = new HclWriter();
    writer.body(body, "");
    return writer.out.toString();
  }

  /** A value on one line. */
  static String text(HclValue value) {
    HclWriter writer = new HclWriter();
    writer.oneLine(value);
    return writer.out.toString();
  }

  private void body(HclContent<?> body, String indent) {
    int from = reserve(body.size());
    int to = end;
    HclContent<?> each = body;
    for (int i = to - 1; i >= from; i--) {
      names[i] = each.name();
      items[i] = each.item();
      each = each.before();
    }
    items(from, to, indent);
    end = from;
  }

  private int reserve(int size) {
    int from = end;
    end += size;
    if (end > items.length) {
      names = Arrays.copyOf(names, 2 * end);
      items = Arrays.copyOf(items, 2 * end);
    }
    return from;
  }

  private void items(int from, int to, String indent) {
    boolean blank = false;
    boolean first = true;
    int i = from;
    while (i < to) {
      HclItem item = items[i];
      if (item instanceof HclItem.Blank) {
        blank = true;
        i++;
        continue;
      }
      boolean afterBlock = i > from && items[i - 1] instanceof HclBlock;
      boolean beforeBlock = startsBlock(i, to) && !continuesComment(from, i);
      if (out.length() > 0
          && (blank || afterBlock || beforeBlock)
          && !(first && !indent.isEmpty())) {
        out.append('\n');
      }
      blank = false;
      first = false;
      if (item instanceof HclBlock block) {
        block(block, indent);
        i++;
      } else if (item instanceof HclItem.Comment comment) {
        out.append(indent).append(comment.text().isEmpty() ? "#" : "# ").append(comment.text());
        out.append('\n');
        i++;
      } else {
        int run = i;
        while (i < to && !names[i].isEmpty()) {
          i++;
        }
        assignments(run, i, indent);
      }
    }
  }

  /** Whether a block begins here, the comments before it included. */
  private boolean startsBlock(int from, int to) {
    int i = from;
    while (i < to && items[i] instanceof HclItem.Comment) {
      i++;
    }
    return i < to && items[i] instanceof HclBlock;
  }

  private boolean continuesComment(int from, int at) {
    return at > from && items[at - 1] instanceof HclItem.Comment;
  }

  private void block(HclBlock block, String indent) {
    out.append(indent).append(block.type());
    List<String> labels = block.labels();
    for (int i = 0; i < labels.size(); i++) {
      out.append(" \"").append(labels.get(i)).append('"');
    }
    if (isBlank(block)) {
      out.append(" {}\n");
      return;
    }
    out.append(" {\n");
    body(block, deeper(indent));
    out.append(indent).append("}\n");
  }

  private static boolean isBlank(HclContent<?> body) {
    HclContent<?> each = body;
    while (each.item() instanceof HclItem.Blank) {
      each = each.before();
    }
    return each.isEmpty();
  }

  private static String deeper(String indent) {
    int depth = indent.length() / 2 + 1;
    return depth < INDENTS.length ? INDENTS[depth] : indent + "  ";
  }

  // The equals signs of lines that follow each other stand in one column; a value of many lines
  // ends the run and is not part of it.
  private void assignments(int from, int to, String indent) {
    int start = from;
    while (start < to) {
      int stop = start;
      int width = 0;
      while (stop < to && !needsLines(items[stop], indent.length() + names[stop].length())) {
        width = Math.max(width, names[stop].length());
        stop++;
      }
      for (int i = start; i < stop; i++) {
        line(start(names[i], width, indent), items[i]);
      }
      if (stop < to) {
        out.append(indent).append(names[stop]).append(" = ");
        manyLines(items[stop], indent);
        out.append('\n');
        stop++;
      }
      start = stop;
    }
  }

  private void line(String start, HclItem value) {
    out.append(start);
    if (value instanceof HclText text && text.isPlain()) {
      out.append('"').append(text.text()).append("\"\n");
    } else {
      oneLine(value);
      out.append('\n');
    }
  }

  @SuppressWarnings("StringEquality")
  private String start(String name, int width, String indent) {
    int slot = name.hashCode() + 31 * width + indent.length() & starts.length - 1;
    Start known = starts[slot];
    if (known.name() != name || known.width() != width || known.indent() != indent.length()) {
      String blanks = " ".repeat(Math.max(0, width - name.length()));
      known = new Start(name, width, indent.length(), indent + name + blanks + " = ");
      starts[slot] = known;
    }
    return known.text();
  }

  private void value(HclItem value, String indent) {
    if (needsLines(value, indent.length())) {
      manyLines(value, indent);
    } else {
      oneLine(value);
    }
  }

  /** Whether a value is written on several lines; the lines but the first are indented then. */
  private boolean needsLines(HclItem value, int before) {
    if (value instanceof HclText
        || value instanceof HclNumber
        || value instanceof HclWord
        || value instanceof HclReference) {
      return false;
    }
    return breaks(value) || hasParts(value) && before + " = ".length() + length(value) > WIDTH;
  }

  private int length(HclItem value) {
    int before = out.length();
    oneLine(value);
    int length = out.length() - before;
    out.setLength(before);
    return length;
  }

  /** Whether a value has a list with elements in it, which is broken where it gets too long. */
  private static boolean hasParts(HclItem value) {
    return value instanceof HclList list && !list.values().isEmpty()
        || value instanceof HclCall call && call.arguments().stream().anyMatch(HclWriter::hasParts);
  }

  /** Whether a value has an object with entries in it, which is never written on one line. */
  private static boolean breaks(HclItem value) {
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

  private void manyLines(HclItem value, String indent) {
    String inner = deeper(indent);
    if (value instanceof HclObject object) {
      out.append("{\n");
      entries(object, inner);
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

  private void entries(HclObject object, String inner) {
    int from = reserve(object.keys().length);
    int to = end;
    for (int i = from; i < to; i++) {
      names[i] = key(object.keys()[i - from]);
      items[i] = object.values()[i - from];
    }
    assignments(from, to, inner);
    end = from;
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

  private void oneLine(HclItem value) {
    if (value instanceof HclText text) {
      quoted(text, false);
    } else if (value instanceof HclNumber number) {
      out.append(number.number());
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
    boolean name = reference.isName();
    if (!name) {
      reference(reference.before());
    }
    if (reference.last() instanceof HclReference.Attribute attribute) {
      out.append(name ? "" : ".").append(attribute.name());
    } else if (reference.last() instanceof HclReference.Key key) {
      out.append('[');
      quoted(key.key(), false);
      out.append(']');
    } else if (reference.last() instanceof HclReference.Position position) {
      out.append('[').append(position.position()).append(']');
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
