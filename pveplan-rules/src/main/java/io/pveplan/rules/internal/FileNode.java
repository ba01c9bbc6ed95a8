package io.pveplan.rules.internal;

import io.pveplan.model.Origin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonToken;

/**
 * A value in a file, with its place and line. Asked for something it is not, it notes a mistake and
 * gives nothing.
 */
public final class FileNode {

  enum Kind {
    FIELDS("fields"),
    LIST("a list"),
    TEXT("text"),
    NUMBER("a number"),
    TRUTH("true or false"),
    NOTHING("nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    static Kind of(JsonToken token) {
      return switch (token) {
        case START_OBJECT -> FIELDS;
        case START_ARRAY -> LIST;
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
        case VALUE_TRUE, VALUE_FALSE -> TRUTH;
        case VALUE_NULL -> NOTHING;
        default -> TEXT;
      };
    }
  }

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Mistakes mistakes;
  private final String path;
  private final Origin line;
  private final Kind kind;
  private final String text;
  private final Map<String, FileNode> fields;
  private final List<FileNode> items;

  FileNode(
      Mistakes mistakes,
      String path,
      Origin line,
      Kind kind,
      String text,
      Map<String, FileNode> fields,
      List<FileNode> items) {
    this.mistakes = mistakes;
    this.path = path.isEmpty() ? "the text" : path;
    this.line = line;
    this.kind = kind;
    this.text = text;
    this.fields = fields;
    this.items = items;
  }

  /** Where it stands. */
  public Origin line() {
    return line;
  }

  /** Notes that it can not be used. */
  public void refuse(String message, String advice) {
    mistakes.add(path, line, message, advice);
  }

  /** The fields of it, whatever they are called. */
  public Map<String, FileNode> fields() {
    return is(Kind.FIELDS) ? fields : Map.of();
  }

  /** The fields of it, which are these. Others are mistakes. */
  public Map<String, FileNode> fields(String... known) {
    if (!is(Kind.FIELDS, ": " + String.join(", ", known))) {
      return Map.of();
    }
    Map<String, FileNode> ours = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (List.of(known).contains(name)) {
        ours.put(name, value);
      } else {
        value.refuse(
            "there is no field \"" + name + "\" here",
            "Use one of: " + String.join(", ", known) + ".");
      }
    });
    return ours;
  }

  /** Notes which of these fields it lacks, unless it has no fields at all. */
  public void demand(String... names) {
    String missing = Arrays.stream(names)
        .filter(name -> !fields.containsKey(name))
        .collect(Collectors.joining(", "));
    if (kind == Kind.FIELDS && !missing.isEmpty()) {
      refuse("it lacks " + missing, "Write it.");
    }
  }

  /** Notes that its format version is missing or not the one that is read. */
  public void demandVersion(int version) {
    demand("formatVersion");
    FileNode found = fields.get("formatVersion");
    if (found != null && found.kind == Kind.TEXT && found.text.equals("" + version)) {
      found.refuse(
          "format version " + version + " stands here as text",
          "Write the number " + version + ", without quotes.");
    } else if (found != null && !(found.kind == Kind.NUMBER && found.text.equals("" + version))) {
      found.refuse(
          "format version " + found.shown() + " is not known here",
          "Use " + version + ", or the version of the library that wrote the text.");
    }
  }

  /** The items of it. */
  public List<FileNode> items() {
    return is(Kind.LIST) ? items : List.of();
  }

  /** Any single value, as it is written. */
  public Optional<String> text() {
    if (kind == Kind.NUMBER || kind == Kind.TRUTH) {
      return Optional.of(text);
    }
    if (!is(Kind.TEXT)) {
      return Optional.empty();
    }
    if (text.isBlank()) {
      refuse("the text is empty", "Write something.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Any single value as one line: line breaks and repeated blanks count as one blank. */
  public Optional<String> sentence() {
    return text().map(written -> BLANKS.matcher(written).replaceAll(" ").strip());
  }

  /** Yes or no. */
  public Optional<Boolean> truth() {
    return is(Kind.TRUTH) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
  }

  /** One of some constants, written small and with dashes. */
  public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
    Map<String, E> words = Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(
            FileNode::word, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    Optional<String> written = text();
    Optional<E> constant = written.map(words::get);
    if (written.isPresent() && constant.isEmpty()) {
      refuse(
          "\"" + text + "\" can not stand here",
          "Use one of: " + String.join(", ", words.keySet()) + ".");
    }
    return constant;
  }

  /** The spelling of a constant in a file. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean is(Kind wanted) {
    return is(wanted, "");
  }

  private boolean is(Kind wanted, String such) {
    if (kind != wanted) {
      refuse(kind.words + " can not stand here", "Write " + wanted.words + such + ".");
    }
    return kind == wanted;
  }

  private String shown() {
    return text.isEmpty() ? kind.words : text;
  }
}
