package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes runs of lines {@code name = value}. Where the column of their equals signs is, only the end
 * of a run tells. But one guest is much like the one before it: each run is written as the last one
 * that began with the same name, and once more where it turns out to be another one.
 */
final class HclRuns {

  private record Lines(List<String> names, String indent, boolean entries) {}

  private final Utf8Text out;
  private final HclLine line;
  // By their first names the last ones, and all of them.
  private final HclRun[] last = new HclRun[64];
  private final Map<Lines, HclRun> known = new HashMap<>();
  private String indent = "";
  private boolean entries;
  // What it should be, and the names as soon as it is not.
  private HclRun expected = HclRun.NONE;
  private final List<String> others = new ArrayList<>();
  private int start;
  private int size;
  // Where the values are.
  private int[] from = new int[32];
  private int[] to = new int[32];

  HclRuns(Utf8Text out, HclLine line) {
    this.out = out;
    this.line = line;
    Arrays.fill(last, HclRun.NONE);
  }

  /** Whether a run has begun. */
  boolean isOpen() {
    return size > 0;
  }

  void begin(String name, String indentation, boolean ofObject) {
    indent = indentation;
    entries = ofObject;
    start = out.length();
    HclRun guess = last[slot(name)];
    expected = guess.begins(name, indentation, ofObject) ? guess : HclRun.NONE;
  }

  private int slot(String name) {
    int hash = name.hashCode() + indent.length();
    return (hash ^ hash >>> 8) & last.length - 1;
  }

  /** Writes a line. */
  @SuppressWarnings("StringEquality") // Names are constants of a renderer.
  void add(String name, Object value) {
    if (others.isEmpty() && size < expected.size() && expected.name(size) == name) {
      out.append(expected.start(size));
    } else {
      other(name);
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    from[size] = out.length();
    line.value(value);
    to[size++] = out.length();
    out.append('\n');
  }

  private void other(String name) {
    expectedNames();
    others.add(name);
  }

  private void expectedNames() {
    if (others.isEmpty()) {
      for (int i = 0; i < size; i++) {
        others.add(expected.name(i));
      }
    }
  }

  /** Ends the run. */
  HclRun end() {
    HclRun run = expected;
    if (!others.isEmpty() || size < expected.size()) {
      expectedNames();
      run = known.computeIfAbsent(
          new Lines(List.copyOf(others), indent, entries),
          key -> new HclRun(key.names(), indent, entries));
      last[slot(run.name(0))] = run;
      byte[] written = out.from(start);
      out.cut(start);
      for (int i = 0; i < size; i++) {
        out.append(run.start(i))
            .append(written, from[i] - start, to[i] - from[i])
            .append('\n');
      }
      others.clear();
    }
    size = 0;
    return run;
  }
}
