package io.pveplan.render.text;

import java.util.Arrays;

/**
 * Remembers some texts that were looked at, by identity: the first ones, for what comes with every
 * guest comes with the first one, and its name with no other. Any number of threads may use it: what
 * one of them does not see yet, or has no place for, it looks at again.
 */
final class SeenTexts {

  private final String[] texts = new String[256];

  SeenTexts() {
    Arrays.fill(texts, "");
  }

  void add(String text) {
    int slot = slot(text);
    if (texts[slot].isEmpty()) {
      texts[slot] = text;
    }
  }

  @SuppressWarnings("StringEquality")
  boolean has(String text) {
    return texts[slot(text)] == text && !text.isEmpty();
  }

  private int slot(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 8) & texts.length - 1;
  }
}
