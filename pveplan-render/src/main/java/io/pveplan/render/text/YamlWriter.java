package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Knows the layout of YAML and nothing about clusters. */
final class YamlWriter {

  /** Quotes whatever is not plain beyond doubt, for readers of YAML 1.1 as well. */
  private static final class Doubt extends StringQuotingChecker {

    private static final long serialVersionUID = 1L;

    // No number, date, time or mark begins with a letter or a slash and has only these behind it.
    // Possessive, since a repeated group takes stack for each of its turns otherwise.
    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+-]+)*+");
    private static final Set<String> WORDS =
        Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    @Override
    public boolean needToQuoteName(String name) {
      return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return !PLAIN.matcher(value).matches() || WORDS.contains(value.toLowerCase(Locale.ROOT));
    }
  }

  private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
          .stringQuotingChecker(new Doubt())
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .build())
      .build();

  // Line ends in YAML 1.1, text in YAML 1.2; the last one is the byte order mark.
  private static final Pattern AMBIGUOUS = Pattern.compile("[\u0085\u2028\u2029\ufeff]");

  private YamlWriter() {}

  static String unambiguous(String text) {
    Lines.wellFormed(text, "text");
    if (AMBIGUOUS.matcher(text).find()) {
      throw new InvalidValueException(
          "text '" + text + "' means different things to readers of YAML",
          "Remove the characters U+0085, U+2028, U+2029 and U+FEFF.");
    }
    return text;
  }

  static String write(YamlMap root) {
    return MAPPER.writeValueAsString(node(root));
  }

  private static JsonNode node(YamlValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof YamlMap map) {
      ObjectNode object = nodes.objectNode();
      map.entries().forEach((key, entry) -> object.set(key, node(entry)));
      return object;
    }
    if (value instanceof YamlList list) {
      ArrayNode array = nodes.arrayNode();
      list.values().forEach(element -> array.add(node(element)));
      return array;
    }
    Object scalar = ((YamlScalar) value).value();
    if (scalar instanceof Long number) {
      return nodes.numberNode(number);
    }
    if (scalar instanceof Boolean bool) {
      return nodes.booleanNode(bool);
    }
    return nodes.stringNode(scalar.toString());
  }
}
