package io.pveplan.rules.internal;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;

/**
 * Why a text is neither JSON nor YAML. Of broken YAML, Jackson keeps a text of many lines and the
 * place where it was last content; what is wrong and where is in the cause.
 *
 * @param line number of the line
 * @param problem what is wrong, as part of a sentence
 * @param advice what to do
 */
record BrokenText(int line, String problem, String advice) {

  private static final String YAML_ADVICE =
      "Look at the indentation and the brackets there, and put text that holds \": \" or begins with"
          + " a special character in quotes.";
  private static final String JSON_ADVICE =
      "Look at the quotes, commas and brackets there and before.";

  static BrokenText of(JacksonException broken, String text) {
    if (broken.getCause() instanceof MarkedYamlEngineException yaml) {
      return new BrokenText(
          yaml.getProblemMark().map(Mark::getLine).orElse(0) + 1,
          firstLine(yaml.getProblem()),
          YAML_ADVICE);
    }
    if (broken.getCause() instanceof ReaderException character) {
      return new BrokenText(
          lineAt(text, character.getPosition()),
          "the character U+%04X can not stand in YAML".formatted(character.getCodePoint()),
          "Take it out, or write it as an escape in double quotes.");
    }
    return new BrokenText(
        broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
        firstLine(broken.getOriginalMessage()),
        JSON_ADVICE);
  }

  // The reader counts code points.
  private static int lineAt(String text, int position) {
    long lines =
        text.codePoints().limit(position).filter(character -> character == '\n').count();
    return (int) lines + 1;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
