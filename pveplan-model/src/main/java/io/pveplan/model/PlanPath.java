package io.pveplan.model;

import java.util.Arrays;
import java.util.List;

/**
 * The place of something in a plan, for example {@code node/pve2/vmbr0}.
 *
 * <p>Paths name their subject by what the user called it, never by position in a list, so that they
 * stay the same when something else is added. The first segment is the kind.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code cluster}</td><td>the cluster as a whole</td></tr>
 * <tr><td>{@code corosync/link0}</td><td>a Corosync link</td></tr>
 * <tr><td>{@code network/ring}</td><td>a network</td></tr>
 * <tr><td>{@code node/pve1}, {@code node/pve1/vmbr0}</td><td>a node, one of its
 * interfaces</td></tr>
 * <tr><td>{@code storage/nas}</td><td>a storage</td></tr>
 * <tr><td>{@code guest/200}, {@code guest/200/scsi0}</td><td>a guest, one of its parts</td></tr>
 * <tr><td>{@code ha/rule/db-apart}</td><td>an HA rule</td></tr>
 * </table>
 *
 * @param segments the parts of the path, at least one
 * @since 0.1
 */
public record PlanPath(List<String> segments) implements Comparable<PlanPath> {

  /**
   * Refuses an empty path.
   *
   * @param segments the parts of the path, at least one
   */
  public PlanPath {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a plan path has at least one segment");
    }
  }

  /**
   * Joins segments to a path.
   *
   * @param first the kind of the subject
   * @param more names from the outside in, none for the kind itself
   * @return the path with these segments
   */
  public static PlanPath of(String first, String... more) {
    return joined(List.of(first), more);
  }

  /**
   * Goes further down from here.
   *
   * @param more names from the outside in
   * @return this path with further segments
   */
  public PlanPath child(String... more) {
    return joined(segments, more);
  }

  // Rules make one for every subject they look at.
  private static PlanPath joined(List<String> start, String... more) {
    if (more.length == 1 && start.size() == 1) {
      return new PlanPath(List.of(start.get(0), more[0]));
    }
    if (more.length == 1 && start.size() == 2) {
      return new PlanPath(List.of(start.get(0), start.get(1), more[0]));
    }
    String[] all = Arrays.copyOf(start.toArray(String[]::new), start.size() + more.length);
    System.arraycopy(more, 0, all, start.size(), more.length);
    return new PlanPath(List.of(all));
  }

  /** By the text of the paths. */
  @Override
  public int compareTo(PlanPath other) {
    int same = 0;
    int shorter = Math.min(segments.size(), other.segments.size());
    while (same < shorter && segments.get(same).equals(other.segments.get(same))) {
      same++;
    }
    if (same == shorter) {
      return Integer.compare(segments.size(), other.segments.size());
    }
    // Reports sort by subject, and most differ in the first letters that are not the same.
    String left = segments.get(same);
    String right = other.segments.get(same);
    for (int i = 0; i < Math.min(left.length(), right.length()); i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (!isPlain(l) || !isPlain(r)) {
        break;
      }
      if (l != r) {
        return Character.compare(l, r);
      }
    }
    return toString().compareTo(other.toString());
  }

  // What Visible leaves as it is.
  private static boolean isPlain(char c) {
    return c >= ' ' && c <= '~';
  }

  /** The segments joined by slashes, with control characters made visible. */
  @Override
  public String toString() {
    return Visible.text(String.join("/", segments));
  }
}
