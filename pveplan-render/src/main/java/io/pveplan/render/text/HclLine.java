package io.pveplan.render.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes values on one line, and knows which of them do not go on one. */
final class HclLine {

  private static final int WIDTH = 100;

  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = ' '; c <= '~'; c++) {
      PLAIN[c] = "\"\\$%".indexOf(c) < 0;
    }
  }

  private final Utf8Text out;

  HclLine(Utf8Text out) {
    this.out = out;
  }

  /** A value on one line. */
  static String text(HclValue value) {
    Utf8Text out = new Utf8Text();
    new HclLine(out).value(value);
    return out.toString();
  }

  /** A key of an object: as it is, or in quotes. */
  static String key(String key) {
    return HclNames.isBareKey(key) ? key : quoted(key);
  }

  /** A text in quotes, and in ASCII: how wide other characters are only Terraform knows. */
  static String quoted(String text) {
    Utf8Text out = new Utf8Text(text.length() + "\"\"".length());
    new HclLine(out).quoted(text, true);
    return out.toString();
  }

  /** Whether a value is always written on one line. */
  static boolean isShort(Object value) {
    return value instanceof String
        || value instanceof HclReference
        || value instanceof HclNumber
        || value instanceof HclWord
        || value instanceof HclText;
  }

  /**
   * Whether a value is written on several lines; the lines but the first are indented then.
   *
   * @param before number of characters before it
   */
  boolean needsLines(Object value, int before) {
    if (isShort(value)) {
      return false;
    }
    return value instanceof HclList list && list.plainLength() >= 0
        ? before + list.plainLength() > WIDTH && hasParts(list)
        : breaks(value) || hasParts(value) && before + length(value) > WIDTH;
  }

  private int length(Object value) {
    int before = out.length();
    value(value);
    int length = out.charactersFrom(before);
    out.cut(before);
    return length;
  }

  /** Whether a value has a list with elements in it, which is broken where it gets too long. */
  static boolean hasParts(Object value) {
    return value instanceof HclList list && !list.values().isEmpty()
        || value instanceof HclCall call && call.arguments().stream().anyMatch(HclLine::hasParts);
  }

  /** Whether a value has an object with entries in it, which is never written on one line. */
  static boolean breaks(Object value) {
    if (value instanceof HclFor) {
      return true;
    }
    if (value instanceof HclObject object) {
      return object.isOnOneLine() ? anyBreaks(Arrays.asList(object.values())) : !object.isEmpty();
    }
    if (value instanceof HclList list) {
      return anyBreaks(list.values());
    }
    return value instanceof HclCall call && call.arguments().stream().anyMatch(HclLine::breaks);
  }

  private static boolean anyBreaks(List<HclValue> values) {
    for (HclValue value : values) {
      if (breaks(value)) {
        return true;
      }
    }
    return false;
  }

  /** A line of its own: what comes before the value, and the value. */
  void line(byte[] start, Object value) {
    if (value instanceof String text && out.line(start, text, PLAIN)) {
      return;
    }
    if (value instanceof HclReference reference) {
      out.line(start, reference.before(), reference.last());
      return;
    }
    out.append(start);
    value(value);
    out.append('\n');
  }

  void value(Object value) {
    if (value instanceof String text) {
      quoted(text, false);
    } else if (value instanceof HclText text) {
      quoted(text.text(), false);
    } else if (value instanceof HclNumber number) {
      out.append(number.number());
    } else if (value instanceof HclWord word) {
      out.ascii(word.word());
    } else if (value instanceof HclReference reference) {
      out.ascii(reference.before()).ascii(reference.last());
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
      value(object.values()[i]);
      separator = ", ";
    }
    out.append(object.isEmpty() ? "{}" : " }");
  }

  private void commaSeparated(List<HclValue> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      value(values.get(i));
    }
  }

  private void quoted(String plainOrNot, boolean ascii) {
    if (out.quoted(plainOrNot, PLAIN)) {
      return;
    }
    String text = new HclText(plainOrNot).text();
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
          out.append(Character.toString(c));
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
