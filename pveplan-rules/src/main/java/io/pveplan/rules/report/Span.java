package io.pveplan.rules.report;

import io.pveplan.model.Visible;

/** A piece of a line in one style. No text in it can end the line or steer the terminal. */
record Span(Style style, String text) {

  Span {
    text = Visible.text(text);
  }

  static Span plain(String text) {
    return new Span(Style.PLAIN, text);
  }

  /** What a piece of text is, with the parameters of its ANSI escape sequence (ECMA-48, SGR). */
  enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    ERROR("1;31"),
    WARNING("33"),
    INFO("36");

    private final String parameters;

    Style(String parameters) {
      this.parameters = parameters;
    }

    String apply(String text) {
      return this == PLAIN || text.isEmpty()
          ? text
          : "\u001b[" + parameters + "m" + text + "\u001b[0m";
    }
  }
}
