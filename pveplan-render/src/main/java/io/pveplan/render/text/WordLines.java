package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file whose lines are words with a blank between them, and comments behind a hash sign: {@code
 * hosts}, {@code resolv.conf}, {@code chrony.conf}, {@code datacenter.cfg}.
 *
 * <pre>{@code
 * WordLines.empty().line("nameserver", "192.0.2.53").text();  // nameserver 192.0.2.53
 * WordLines.empty().line("server", "ntp 1");                  // refused: blank in a word
 * }</pre>
 *
 * @since 0.1
 */
public final class WordLines {

  private static final WordLines EMPTY = new WordLines(List.of());

  private final List<String> lines;

  private WordLines(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** A file without lines. */
  public static WordLines empty() {
    return EMPTY;
  }

  /**
   * The same with a line.
   *
   * @param words at least one
   * @throws InvalidValueException if a word is empty, or holds a blank, a control character or one
   *     of the signs that begin a comment somewhere: {@code #}, {@code ;}, {@code !} and {@code %}
   */
  public WordLines line(String... words) {
    if (words.length == 0) {
      throw new IllegalArgumentException("a line without words");
    }
    Arrays.stream(words).forEach(WordLines::requireWord);
    return with(String.join(" ", words));
  }

  /**
   * The same with a comment.
   *
   * @param text any text; it ends up on one line
   */
  public WordLines comment(String text) {
    return with(("# " + Lines.comment(text)).strip());
  }

  /** The file as text, with a final newline; empty without lines. */
  public String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static void requireWord(String word) {
    Lines.single(word, "word");
    if (word.isEmpty()
        || word.codePoints().anyMatch(c -> Lines.isBlank(c) || "#;!%".indexOf(c) >= 0)) {
      throw new InvalidValueException(
          "'" + word + "' is not one word", "Use a word without blanks, #, ;, ! and %.");
    }
  }

  private WordLines with(String line) {
    List<String> all = new ArrayList<>(lines);
    all.add(line);
    return new WordLines(all);
  }
}
