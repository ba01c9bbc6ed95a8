package io.pveplan.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks, out of many names, those that somebody may have meant. */
final class NearestNames {

  // One line of a report holds about these.
  private static final int MOST_SHOWN = 10;

  private static final int NEAREST_SHOWN = 5;

  private NearestNames() {}

  /**
   * All names when they are few, else how many there are and the nearest, in the order given.
   *
   * @param wanted a name that nothing has
   * @param known the names there are
   */
  static String shown(String wanted, Collection<String> known) {
    if (known.size() <= MOST_SHOWN) {
      return ": " + String.join(", ", known);
    }
    Set<String> chosen = known.stream()
        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
        .limit(NEAREST_SHOWN)
        .collect(Collectors.toSet());
    List<String> nearest = known.stream().filter(chosen::contains).distinct().toList();
    return " the " + known.size() + " there are, for example: " + String.join(", ", nearest);
  }

  /** Letters to be put in, left out or changed to make one name of the other (Levenshtein). */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int least = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(least, above[column - 1] + change);
      }
      above = current;
    }
    return above[to.length()];
  }
}
