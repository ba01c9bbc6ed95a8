package io.pveplan.rules.internal;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Lays out JSON. */
public final class JsonText {

  // The line break of the machine must not decide about the bytes.
  private static final ObjectWriter WRITER = JsonMapper.builder()
      .build()
      .writer()
      .with(new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonText() {}

  /** A document of records, maps and lists, ending in a line break. */
  public static String of(Object document) {
    return encodable(WRITER.writeValueAsString(document)) + "\n";
  }

  // Half of a surrogate pair has no UTF-8 form. It can only stand in a string, where JSON knows an
  // escape for it.
  private static String encodable(String json) {
    StringBuilder text = new StringBuilder(json.length());
    json.codePoints().forEach(c -> {
      if (Character.getType(c) == Character.SURROGATE) {
        text.append("\\u").append(Integer.toHexString(c));
      } else {
        text.appendCodePoint(c);
      }
    });
    return text.toString();
  }
}
