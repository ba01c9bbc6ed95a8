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

  /** The number of no run. */
  static final int NONE = -1;

  private record Lines(List<String> names, String indent, boolean entries) {}

  private final Utf8Text out;
  private final HclLine line;
  // By their first names the last ones, and all of them.
  private final HclRun[] last = new HclRun[64];
  private final Map<Lines, HclRun> known = new HashMap<>();
  private final List<HclRun> all = new ArrayList<>();
  // What it should be, and the names as soon as it is not.
  private HclRun expected = HclRun.NONE;
  private final List<String> others = new ArrayList<>();
  private int asExpected;
  private int start;
  private int size;

  HclRuns(Utf8Text out, HclLine line) {
    this.out = out;
    this.line = line;
    Arrays.fill(last, HclRun.NONE);
  }

  /** Whether a run has begun. */
  boolean isOpen() {
    return size > 0;
  }

  /**
   * Begins a run.
   *
   * @param name of its first line
   */
  void begin(String name, String indent, boolean entries) {
    start = out.length();
    HclRun guess = last[slot(name, indent)];
    expected = guess.begins(name, indent, entries) ? guess : HclRun.NONE;
  }

  private int slot(String name, String indent) {
    int hash = name.hashCode() + indent.length();
    return (hash ^ hash >>> 8) & last.length - 1;
  }

  /** Writes a line. */
  @SuppressWarnings("StringEquality") // Names are constants of a renderer.
  void add(String name, Object value) {
    if (others.isEmpty() && size < expected.size() && expected.line(size).name() == name) {
      expected.line(size).write(out, line, value);
    } else {
      beginOther();
      others.add(name);
      line.value(value);
      out.append('\n');
    }
    size++;
  }

  private void beginOther() {
    if (others.isEmpty()) {
      for (int i = 0; i < size; i++) {
        others.add(expected.line(i).name());
      }
      asExpected = size;
    }
  }

  /** The names of a run; none of none. */
  List<String> names(int number) {
    return number == NONE ? List.of() : all.get(number).names();
  }

  /** Ends the run, and tells its number. */
  int end(String indent, boolean entries) {
    HclRun run = expected;
    if (!others.isEmpty() || size < expected.size()) {
      beginOther();
      run = known.computeIfAbsent(new Lines(List.copyOf(others), indent, entries), this::made);
      last[slot(others.get(0), indent)] = run;
      writeAs(run);
      others.clear();
    }
    size = 0;
    return run.number();
  }

  private HclRun made(Lines lines) {
    HclRun run = new HclRun(all.size(), lines.names(), lines.indent(), lines.entries());
    all.add(run);
    return run;
  }

  /** Writes the run once more. A value that is on one line has no end of a line in it. */
  private void writeAs(HclRun run) {
    byte[] written = out.from(start);
    out.cut(start);
    int from = 0;
    for (int i = 0; i < size; i++) {
      from += i < asExpected ? expected.line(i).start().length : 0;
      int to = from;
      while (written[to] != '\n') {
        to++;
      }
      out.append(run.line(i).start()).append(written, from, to + 1 - from);
      from = to + 1;
    }
  }
}
