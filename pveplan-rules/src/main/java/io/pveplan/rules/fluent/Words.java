package io.pveplan.rules.fluent;

import io.pveplan.model.Visible;
import io.pveplan.rules.DurationText;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of a sentence: one line, without control characters. */
final class Words {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ARTICLE = Pattern.compile("^an? ");
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> SINGULAR =
      Map.of("be", "are", "is", "are", "has", "have", "does", "do");

  private Words() {}

  static String of(String what, String text) {
    String words = Visible.text(BLANKS.matcher(text).replaceAll(" ").strip());
    if (words.isEmpty()) {
      throw new IllegalArgumentException(what + " has no words");
    }
    return words;
  }

  /** Words of a user's condition, whose verb is that of several parts. */
  static String plural(String text) {
    String words = of("a condition", text);
    SINGULAR.forEach((verb, right) -> {
      if (words.startsWith(verb + " ")) {
        throw new IllegalArgumentException(
            "\"%s\" does not read after the name of several parts, write \"%s%s\""
                .formatted(words, right, words.substring(verb.length())));
      }
    });
    return words;
  }

  static String withoutArticle(String noun) {
    return ARTICLE.matcher(noun).replaceFirst("");
  }

  /** A value as it reads in a sentence. */
  static String value(Object value) {
    return value instanceof Duration duration ? DurationText.write(duration) : value.toString();
  }

  static String number(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** A name for data: {@code vlanTag} for "VLAN tag". */
  static String key(String noun) {
    String all = NO_NAME
        .splitAsStream(noun)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
    return all.isEmpty()
        ? "value"
        : all.substring(0, 1).toLowerCase(Locale.ROOT) + all.substring(1);
  }
}
