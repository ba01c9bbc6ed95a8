package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line of Markdown made of plain text and code; what the text holds is never taken for markup.
 *
 * <pre>{@code
 * Phrase.of("Run ").code("pvecm status").text(" on a *node*");
 *     // Run `pvecm status` on a \*node\*
 * }</pre>
 *
 * @since 0.1
 */
public final class Phrase {

  /** A piece of a line. */
  record Span(String text, boolean code) {}

  private final List<Span> spans;

  private Phrase(List<Span> spans) {
    this.spans = List.copyOf(spans);
  }

  /** Nothing. */
  public static Phrase empty() {
    return new Phrase(List.of());
  }

  /**
   * Plain text.
   *
   * @param text any text; it ends up on one line
   */
  public static Phrase of(String text) {
    return empty().text(text);
  }

  /**
   * The same with plain text behind it.
   *
   * @param text any text; it ends up on one line
   */
  public Phrase text(String text) {
    return with(new Span(text, false));
  }

  /**
   * The same with code behind it.
   *
   * @param code any text; it ends up on one line
   */
  public Phrase code(String code) {
    return with(new Span(code, true));
  }

  /**
   * The same with another phrase for each piece of plain text; code stays as it is.
   *
   * <pre>{@code
   * Phrase.of("see a.txt: ").code("cat a.txt").eachText(text -> Phrase.empty().code(text));
   * }</pre>
   *
   * @param other what stands for a piece of text
   */
  public Phrase eachText(Function<String, Phrase> other) {
    List<Span> all = new ArrayList<>();
    for (Span span : spans) {
      if (span.code()) {
        all.add(span);
      } else {
        all.addAll(other.apply(span.text()).spans);
      }
    }
    return new Phrase(all);
  }

  /**
   * The same with another phrase behind it.
   *
   * @param more what follows
   */
  public Phrase then(Phrase more) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Phrase(all);
  }

  List<Span> spans() {
    return spans;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase phrase && spans.equals(phrase.spans);
  }

  @Override
  public int hashCode() {
    return spans.hashCode();
  }

  /** The text with code in backticks, for people; a document is written by {@link Markdown}. */
  @Override
  public String toString() {
    return spans.stream()
        .map(span -> span.code() ? "`" + span.text() + "`" : span.text())
        .collect(Collectors.joining());
  }

  private Phrase with(Span span) {
    List<Span> all = new ArrayList<>(spans);
    all.add(span);
    return new Phrase(all);
  }
}
