package io.pveplan.render;

import io.pveplan.render.text.Phrase;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences with names of files in them, which are told as code: escaped like other text, a name
 * copied from a console would be another one.
 */
final class Prose {

  private static final Pattern WORD = Pattern.compile("[^\\s(\"]+(?<![,;:.)\"])");

  // A volume, a path below the root, a file of a bundle; no network and no pair of words.
  private static final Pattern FILE = Pattern.compile("\\S*[\\w.-]:\\S+/\\S+"
      + "|/\\w\\S*"
      + "|\\S*\\w_\\S*"
      + "|\\w[\\w.+-]*/\\S*\\w[.]\\w+"
      + "|[\\w.-]*\\w\\.(sh|cfg|conf|md|csv|json|tf|toml)");
  private static final Pattern NETWORK = Pattern.compile("[0-9a-f:.]+/\\d+");

  // As long as the name of a file can be.
  private static final int LONGEST = 255;

  private Prose() {}

  static Phrase of(String text) {
    return after(Phrase.empty(), text);
  }

  /** A phrase whose code is there already, and names of files in its text yet to be found. */
  static Phrase of(Phrase phrase) {
    return phrase.eachText(Prose::of);
  }

  /** A phrase with a sentence behind it. */
  static Phrase after(Phrase start, String text) {
    Phrase phrase = start;
    Matcher word = WORD.matcher(text);
    int done = 0;
    while (word.find()) {
      String name = word.group();
      if (isFile(name)) {
        phrase = phrase.text(text.substring(done, word.start())).code(name);
        done = word.end();
      }
    }
    return done == text.length() ? phrase : phrase.text(text.substring(done));
  }

  private static boolean isFile(String name) {
    return name.length() <= LONGEST
        && FILE.matcher(name).matches()
        && !NETWORK.matcher(name).matches();
  }
}
