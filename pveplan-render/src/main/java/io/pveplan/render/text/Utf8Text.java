package io.pveplan.render.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that grows, held as it is in a file. Nearly all of it is ASCII, a byte each. */
final class Utf8Text {

  // Of a long: nineteen digits and a sign.
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes = new byte[4096];
  private int length;

  Utf8Text() {}

  int length() {
    return length;
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

  Utf8Text append(String text) {
    reserve(text.length());
    int end = length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
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
    byte[] to = bytes;
    int end = length;
    to[end++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !allowed[c]) {
        return false;
      }
      to[end++] = (byte) c;
    }
    to[end++] = '"';
    length = end;
    return true;
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
