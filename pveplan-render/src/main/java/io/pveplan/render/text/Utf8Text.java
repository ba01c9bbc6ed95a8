package io.pveplan.render.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that grows, held as it is in a file. Nearly all of it is ASCII, a byte each. */
final class Utf8Text {

  // Of a long: nineteen digits and a sign.
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes;
  private int length;
  private boolean ascii = true;

  Utf8Text() {
    this(1024);
  }

  /**
   * An empty text.
   *
   * @param size about how many bytes it gets
   */
  Utf8Text(int size) {
    bytes = new byte[size];
  }

  int length() {
    return length;
  }

  /** How many characters came after this length. */
  int charactersFrom(int start) {
    int characters = 0;
    for (int i = start; i < length; i++) {
      // All but the first byte of a character begin with the bits 10.
      characters += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    return characters;
  }

  /** Takes off what came after this length. */
  void cut(int to) {
    length = to;
  }

  /** A copy of what comes after this length. */
  byte[] from(int start) {
    return Arrays.copyOfRange(bytes, start, length);
  }

  Utf8Text append(byte[] text) {
    return append(text, 0, text.length);
  }

  Utf8Text append(byte[] text, int from, int size) {
    reserve(size);
    System.arraycopy(text, from, bytes, length, size);
    length += size;
    return this;
  }

  Utf8Text append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Appends a text that has no other characters than those of ASCII. */
  @SuppressWarnings(
      "deprecation") // It takes the low halves of the characters, which is right here.
  Utf8Text ascii(String text) {
    int size = text.length();
    reserve(size);
    text.getBytes(0, size, bytes, length);
    length += size;
    return this;
  }

  /** Appends three texts of ASCII characters. */
  @SuppressWarnings("deprecation") // As above.
  Utf8Text ascii(String first, String second, String third) {
    reserve(first.length() + second.length() + third.length());
    byte[] to = bytes;
    int at = length;
    first.getBytes(0, first.length(), to, at);
    at += first.length();
    second.getBytes(0, second.length(), to, at);
    at += second.length();
    third.getBytes(0, third.length(), to, at);
    length = at + third.length();
    return this;
  }

  Utf8Text append(String text) {
    reserve(text.length());
    int end = length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        ascii = false;
        return append(text.getBytes(StandardCharsets.UTF_8));
      }
      bytes[end++] = (byte) c;
    }
    length = end;
    return this;
  }

  Utf8Text append(long number) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      return append(Long.toString(number));
    }
    reserve(LONGEST_NUMBER);
    int left = (int) number;
    int end = length + 1;
    for (int more = left / 10; more > 0; more /= 10) {
      end++;
    }
    length = end;
    do {
      bytes[--end] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    return this;
  }

  /**
   * Appends a text in quotes if it has no other characters than these.
   *
   * @param allowed by ASCII character whether it is one of them
   * @return whether it was appended
   */
  boolean quoted(String text, boolean[] allowed) {
    reserve(text.length() + 2);
    int end = quoted(text, allowed, length);
    if (end > 0) {
      length = end;
    }
    return end > 0;
  }

  /**
   * Appends a line of a beginning and a text in quotes, if that has no other characters than these.
   *
   * @param allowed by ASCII character whether it is one of them
   * @return whether it was appended
   */
  boolean line(byte[] start, String text, boolean[] allowed) {
    reserve(start.length + text.length() + 3);
    int end = quoted(text, allowed, length + start.length);
    if (end == 0) {
      return false;
    }
    System.arraycopy(start, 0, bytes, length, start.length);
    bytes[end] = '\n';
    length = end + 1;
    return true;
  }

  /** Where it ends, and 0 where it has others. */
  private int quoted(String text, boolean[] allowed, int at) {
    byte[] to = bytes;
    int end = at;
    to[end++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !allowed[c]) {
        return 0;
      }
      to[end++] = (byte) c;
    }
    to[end++] = '"';
    return end;
  }

  /** Appends a line of a beginning and a text in two parts, both of ASCII characters. */
  @SuppressWarnings("deprecation") // As in ascii.
  void line(byte[] start, String text, String more) {
    reserve(start.length + text.length() + more.length() + 1);
    byte[] to = bytes;
    int at = length;
    System.arraycopy(start, 0, to, at, start.length);
    at += start.length;
    text.getBytes(0, text.length(), to, at);
    at += text.length();
    more.getBytes(0, more.length(), to, at);
    at += more.length();
    to[at++] = '\n';
    length = at;
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  @Override
  public String toString() {
    // Of ASCII characters nothing is to be decoded.
    return new String(
        bytes, 0, length, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
