package io.pveplan.model.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a day from its one notation; Jackson would take lists of numbers and times of a day too. */
final class DayText extends StdDeserializer<LocalDate> {

  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  DayText() {
    super(LocalDate.class);
  }

  @Override
  public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    String text = parser.getString();
    if (!FORM.matcher(text).matches()) {
      return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException other) {
      return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
  }
}
