package io.pveplan.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * All that a part of a plan says, as a phrase: {@code cores 4; memory 16GiB; agent yes}. It goes
 * through the fields by itself, so that one which is added to the model is not forgotten here.
 */
final class Facts {

  // Descriptions and addresses are shorter; the content of a file of cloud-init may be a megabyte.
  private static final int LONGEST_TEXT = 2048;
  private static final int NANOS_OF_MILLI = 1_000_000;

  private static final JsonMapper TREE = JsonMapper.builder()
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .changeDefaultPropertyInclusion(
          inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
      .addModule(new SimpleModule().addSerializer(Duration.class, new DurationWords()))
      .build();

  /** A duration as people write it, for example 1ms or 1h30m, and not PT0.001S. */
  private static final class DurationWords extends StdSerializer<Duration> {

    DurationWords() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
      boolean below = value.compareTo(Duration.ofSeconds(1)) < 0 && value.toMillis() > 0;
      json.writeString(
          below && value.toNanosPart() % NANOS_OF_MILLI == 0
              ? value.toMillis() + "ms"
              : value.toString().substring("PT".length()).toLowerCase(Locale.ROOT));
    }
  }

  private Facts() {}

  /**
   * A title with the facts behind it.
   *
   * @param part a part of a plan
   * @param told fields that the title tells already
   */
  static String behind(String title, Object part, String... told) {
    String facts = of(part, told);
    return facts.isEmpty() ? title : title + ": " + facts;
  }

  /**
   * The facts alone; empty without any.
   *
   * @param part a part of a plan
   * @param told fields to leave out
   */
  static String of(Object part, String... told) {
    return fields(TREE.valueToTree(part), "; ", Set.of(told));
  }

  /**
   * The facts by the names of their fields, in the order of the model.
   *
   * @param part a part of a plan
   * @param told fields to leave out
   */
  static Map<String, String> each(Object part, String... told) {
    Map<String, String> facts = new LinkedHashMap<>();
    JsonNode tree = TREE.valueToTree(part);
    tree.properties().forEach(field -> facts.put(field.getKey(), value(field.getValue())));
    facts.keySet().removeAll(Set.of(told));
    return facts;
  }

  private static String fields(JsonNode part, String between, Set<String> told) {
    List<String> fields = new ArrayList<>();
    part.properties().forEach(field -> {
      if (!told.contains(field.getKey())) {
        fields.add(words(field.getKey()) + " " + value(field.getValue()));
      }
    });
    return String.join(between, fields);
  }

  private static String value(JsonNode value) {
    if (value.isObject()) {
      return value.isEmpty() ? "(not said)" : "(" + fields(value, ", ", Set.of()) + ")";
    }
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(value(element)));
      return String.join(" and ", elements);
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? "yes" : "no";
    }
    String text = value.asString();
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT / 2)) + "... (" + text.length()
            + " characters)";
  }

  /** The name of a field as words. */
  static String words(String field) {
    return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
