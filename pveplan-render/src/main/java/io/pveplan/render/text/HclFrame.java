package io.pveplan.render.text;

import java.util.HashSet;
import java.util.Set;

/** A block or object that is not ended yet, or the file. It is used again for the next one. */
final class HclFrame {

  private static final String[] INDENTS = {"", "  ", "    ", "      ", "        "};

  String outside = "";
  String inside = "";
  boolean object;

  // Whether something is in it, wants an empty line before what follows, or ends with a block.
  boolean written;
  boolean blank;
  boolean afterBlock;

  // The names in a block: as long as they are but those of one run, its number.
  private int only = HclRuns.NONE;
  private Set<String> names = Set.of();

  void begin(String indent, boolean asObject) {
    if (!outside.equals(indent) || inside.isEmpty()) {
      outside = indent;
      inside = deeper(indent);
    }
    object = asObject;
    written = false;
    blank = false;
    afterBlock = false;
    only = HclRuns.NONE;
    if (!names.isEmpty()) {
      names = Set.of();
    }
  }

  static String deeper(String indent) {
    int depth = indent.length() / 2 + 1;
    return depth < INDENTS.length ? INDENTS[depth] : indent + "  ";
  }

  /** Refuses names that a block has already. */
  void claim(HclRuns runs, int run) {
    if (only == HclRuns.NONE && names.isEmpty()) {
      only = run;
    } else {
      runs.names(run).forEach(name -> claim(runs, name));
    }
  }

  /** Refuses a name that a block has already. */
  void claim(HclRuns runs, String name) {
    if (names.isEmpty()) {
      names = new HashSet<>(runs.names(only));
    }
    HclRun.claim(name, names);
  }
}
