package io.pveplan.model.json;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a duration from its text only; Jackson would take the number 3600 for an hour. */
final class DurationText extends StdDeserializer<Duration> {

  DurationText() {
    super(Duration.class);
  }

  @Override
  public @Nullable Duration deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Duration) context.handleUnexpectedToken(Duration.class, parser);
    }
    String text = parser.getString();
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException other) {
      return (Duration) context.handleWeirdStringValue(Duration.class, text, "no duration");
    }
  }
}
