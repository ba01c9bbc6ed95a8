package io.pveplan.rules.internal;

import io.pveplan.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * JSON or YAML text on its way into a tree that knows its lines. Jackson's own tree forgets them,
 * and takes the second of two equal fields.
 */
public final class FileText {

  private static final ObjectMapper JSON = new JsonMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  // YAML has braces too, and does not like the tabs of JSON.
  private static final Pattern LIKE_JSON = Pattern.compile("\\s*\\{\\s*[\"}]");

  // YAML says nothing in these ways too, unless they are in quotes. An anchor may stand before
  // them.
  private static final Set<String> NOTHING = Set.of("~", "Null", "NULL");
  private static final Pattern PLAIN_NOTHING = Pattern.compile("(?:&\\S+\\s+)?(?:~|Null|NULL)");

  private final String file;
  private final String text;
  private final Mistakes mistakes;

  private FileText(String file, String text, Mistakes mistakes) {
    this.file = file;
    this.text = text;
    this.mistakes = mistakes;
  }

  /**
   * The tree of a text: JSON if it begins with a brace and a quote, else YAML. Empty if it can not
   * be read, which is noted as a mistake.
   */
  public static Optional<FileNode> read(String text, String file, Mistakes mistakes) {
    // Some editors begin a file with a byte order mark.
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new FileText(file, plain, mistakes).read();
  }

  private Optional<FileNode> read() {
    ObjectMapper mapper = LIKE_JSON.matcher(text).lookingAt() ? JSON : YAML;
    try (JsonParser parser = mapper.createParser(text)) {
      if (parser.nextToken() == null) {
        mistakes.add("the text", line(1), "it is empty", "Write at least the formatVersion.");
        return Optional.empty();
      }
      FileNode root = node(parser, "", lineOf(parser));
      if (parser.nextToken() != null) {
        mistakes.add(
            "the text", lineOf(parser), "it goes on after its end", "Write one document per file.");
      }
      return Optional.of(root);
    } catch (JacksonException broken) {
      BrokenText found = BrokenText.of(broken, text);
      mistakes.add(
          "the text", line(found.line()), "it can not be read: " + found.problem(), found.advice());
      return Optional.empty();
    }
  }

  private FileNode node(JsonParser parser, String path, Origin line) {
    JsonToken token = parser.currentToken();
    FileNode.Kind kind = isNothing(parser) ? FileNode.Kind.NOTHING : FileNode.Kind.of(token);
    return switch (kind) {
      case FIELDS -> new FileNode(mistakes, path, line, kind, "", fields(parser, path), List.of());
      case LIST -> new FileNode(mistakes, path, line, kind, "", Map.of(), items(parser, path));
      default -> {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          mistakes.add(path, line, "an alias is not followed", "Write the value itself.");
        }
        yield new FileNode(
            mistakes, path, line, kind, parser.getValueAsString(""), Map.of(), List.of());
      }
    };
  }

  private boolean isNothing(JsonParser parser) {
    if (!(parser instanceof YAMLParser)
        || parser.currentToken() != JsonToken.VALUE_STRING
        || !NOTHING.contains(parser.getString())) {
      return false;
    }
    // The parser does not tell what is in quotes, but where the value begins, in code points.
    int begin = text.offsetByCodePoints(0, (int) parser.currentTokenLocation().getCharOffset());
    return PLAIN_NOTHING.matcher(text).region(begin, text.length()).lookingAt();
  }

  private Map<String, FileNode> fields(JsonParser parser, String path) {
    Map<String, FileNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String place = path.isEmpty() ? name : path + "." + name;
      Origin line = lineOf(parser);
      parser.nextToken();
      FileNode first = fields.putIfAbsent(name, node(parser, place, line));
      if (first != null) {
        mistakes.add(
            place, line, "it is written twice, first at " + first.line(), "Keep one of them.");
      }
    }
    return fields;
  }

  private List<FileNode> items(JsonParser parser, String path) {
    List<FileNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, path + "[" + items.size() + "]", lineOf(parser)));
    }
    return items;
  }

  private Origin lineOf(JsonParser parser) {
    return line(parser.currentTokenLocation().getLineNr());
  }

  private Origin line(int number) {
    return new Origin("", file, Math.max(1, number));
  }
}
