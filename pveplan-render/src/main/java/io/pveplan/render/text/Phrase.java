package io.pveplan.render.text;

import java.util.ArrayList;
import java.util.List;

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

  private Phrase with(Span span) {
    List<Span> all = new ArrayList<>(spans);
    all.add(span);
    return new Phrase(all);
  }
}
