package io.pveplan.render.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Knows the layout of Terraform files: what {@code terraform fmt} leaves alone.
 *
 * <p>In a run of lines {@code name = value} the equals signs stand in one column. A run ends at an
 * empty line, a comment, a block, and at a line that opens a bracket for the next line.
 */
final class HclWriter {

  /** The beginning of a block up to its labels. */
  private record Opening(String type, String indent, byte[] text) {}

  private static final Opening NO_OPENING = new Opening("", "", new byte[0]);

  private final Utf8Text out;
  private final HclLine line;
  private final HclRuns runs;
  private final List<String> comments = new ArrayList<>();
  // By their hashes the last ones: each guest has the same.
  private final Opening[] openings = new Opening[32];
  private HclFrame[] frames = {new HclFrame(), new HclFrame(), new HclFrame(), new HclFrame()};
  private int depth;

  HclWriter(Utf8Text out) {
    this.out = out;
    this.line = new HclLine(out);
    this.runs = new HclRuns(out, line);
    Arrays.fill(openings, NO_OPENING);
  }

  private HclFrame frame() {
    return frames[depth];
  }

  static String write(HclContent<?> content) {
    HclWriter writer = new HclWriter(new Utf8Text());
    writer.items(content);
    return writer.text();
  }

  /** What is written, if nothing is open. */
  String text() {
    finish();
    return out.toString();
  }

  /** Whether nothing is open. */
  boolean isOutside() {
    return depth == 0;
  }

  private void items(HclContent<?> content) {
    for (HclContent<?> each : content.steps()) {
      HclItem item = each.item();
      if (item instanceof HclBlock block) {
        add(block);
      } else if (item instanceof HclItem.Comment comment) {
        endRun();
        comments.add(comment.text());
      } else if (item instanceof HclItem.Blank) {
        finish();
        frame().blank = true;
      } else {
        set(each.name(), item);
      }
    }
  }

  void add(HclBlock block) {
    open(block.type(), block.labels().toArray(String[]::new));
    items(block);
    close();
  }

  void open(String type, String... labels) {
    if (frame().object) {
      throw new IllegalStateException("block " + type + " in an object");
    }
    for (String label : labels) {
      HclNames.identifier(label);
    }
    endRun();
    separate(true);
    String indent = frame().inside;
    out.append(opening(type, indent));
    for (String label : labels) {
      out.ascii(" \"", label, "\"");
    }
    out.ascii(" {");
    begin(indent, false);
  }

  @SuppressWarnings("StringEquality") // Types are constants of a renderer.
  private byte[] opening(String type, String indent) {
    int slot = type.hashCode() & openings.length - 1;
    Opening known = openings[slot];
    if (known.type() != type || !known.indent().equals(indent)) {
      String text = indent + HclNames.identifier(type);
      known = new Opening(type, indent, text.getBytes(StandardCharsets.UTF_8));
      openings[slot] = known;
    }
    return known.text();
  }

  /** Begins an object as the value of an attribute or entry. */
  void openObject(String name) {
    start(name);
    out.append('{');
    begin(frame().inside, true);
  }

  /** The beginning of a line that belongs to no run. */
  private void start(String name) {
    endRun();
    separate(false);
    if (!frame().object) {
      frame().claim(runs, name);
    }
    out.ascii(frame().inside, HclRun.text(name, frame().object), " = ");
  }

  private void begin(String indent, boolean object) {
    depth++;
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth + 1);
      frames[depth] = new HclFrame();
    }
    frames[depth].begin(indent, object);
  }

  void close() {
    boolean block = !frame().object;
    finish();
    if (!block && !frame().written) {
      throw new IllegalStateException("an object without entries");
    }
    end("}\n");
    frame().afterBlock = block;
  }

  private void end(String closing) {
    out.ascii(frame().written ? frame().outside : "", closing, "");
    depth--;
  }

  private void finish() {
    endRun();
    if (!comments.isEmpty()) {
      separate(false);
    }
  }

  private void endRun() {
    if (runs.isOpen()) {
      HclFrame frame = frame();
      int run = runs.end(frame.inside, frame.object);
      if (!frame.object) {
        frame.claim(runs, run);
      }
    }
  }

  /**
   * Sets an attribute or entry.
   *
   * @param value a text or a value
   */
  void set(String name, Object value) {
    if (!HclLine.isShort(value) && line.needsLines(value, beforeValue(name))) {
      start(name);
      manyLines(value, frame().inside);
      out.append('\n');
      return;
    }
    if (!runs.isOpen()) {
      separate(false);
      runs.begin(name, frame().inside, frame().object);
    }
    runs.add(name, value);
  }

  private int beforeValue(String name) {
    String key = frame().object ? HclLine.key(name) : name;
    return frame().inside.length() + key.length() + " = ".length();
  }

  /** Goes on to the next line, or the one after that; comments belong to what follows. */
  private void separate(boolean beforeBlock) {
    HclFrame frame = frame();
    boolean first = !frame.written;
    if (first ? depth > 0 : frame.blank || frame.afterBlock || beforeBlock) {
      out.append('\n');
    }
    frame.written = true;
    frame.blank = false;
    frame.afterBlock = false;
    if (!comments.isEmpty()) {
      for (String each : comments) {
        out.append(frame.inside)
            .append(each.isEmpty() ? "#" : "# ")
            .append(each)
            .append('\n');
      }
      comments.clear();
    }
  }

  private void value(Object value, String indent) {
    if (line.needsLines(value, indent.length() + " = ".length())) {
      manyLines(value, indent);
    } else {
      line.value(value);
    }
  }

  private void manyLines(Object value, String indent) {
    String inner = HclFrame.deeper(indent);
    if (value instanceof HclObject object) {
      out.append('{');
      begin(indent, true);
      for (int i = 0; i < object.keys().length; i++) {
        set(object.keys()[i], object.values()[i]);
      }
      finish();
      end("}");
    } else if (value instanceof HclList list) {
      out.append("[\n");
      elements(list.values(), inner);
      out.append(indent).append(']');
    } else if (value instanceof HclFor each) {
      out.append("{\n").append(inner).append("for ").append(each.key()).append(", ");
      out.append(each.value()).append(" in ").append(each.source().text());
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
    if (before.stream().noneMatch(HclLine::breaks)
        && (HclLine.hasParts(end) || HclLine.breaks(end))) {
      out.append('(');
      for (HclValue argument : before) {
        line.value(argument);
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
}
