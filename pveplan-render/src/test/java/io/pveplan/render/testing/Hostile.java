package io.pveplan.render.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/** Texts that try to break out of their place. */
public final class Hostile {

  private static final List<String> PIECES = List.of(
      "'",
      "\"",
      "`",
      "\\",
      "$",
      "$(id)",
      "${x}",
      "%{x}",
      "$${",
      "%%{",
      "{",
      "}",
      "#",
      ";",
      "&&",
      "|",
      "\n",
      "\r",
      "\t",
      "\0",
      "\u001b[31m",
      "\u0085",
      "\u2028",
      "\u202e",
      "\u00a0",
      "\ufeff",
      " ",
      "  ",
      "-",
      "--",
      "- ",
      "* ",
      "1. ",
      ": ",
      " #",
      "!",
      "~",
      "*",
      "?",
      "[x](y)",
      "<b>",
      "&amp;",
      "yes",
      "no",
      "null",
      "0x10",
      "010",
      "1e3",
      "1_000",
      "12:30:45",
      "2026-01-01",
      "=",
      "<<",
      "e\u0301",
      "\u00e9",
      "\ud83d\ude00",
      "\ud83d",
      "\u2019",
      "\u201c",
      "a",
      "b",
      "Z",
      "9",
      "_",
      ".",
      "/",
      "EOF",
      "\\\n",
      "\\n",
      "'\\''",
      "```",
      "====",
      "---",
      "...",
      "%",
      "@",
      ",",
      "vmbr0",
      "iface x");

  /** Shapes of long texts, for whatever takes stack or time for each word, line or mark. */
  private static final List<String> LONG = List.of(
      "word ", "a", "1.", "a/", "'", "\"", "\\", "${x}", "a\n", "\n", ";", "<b>", "\u00e9 ");

  /** Texts of some ten thousand words, lines or marks. */
  public static List<String> longTexts() {
    return LONG.stream().map(piece -> piece.repeat(20_000) + "x").toList();
  }

  /** Texts made with one seed. */
  public record Sample(long seed, List<String> texts) {

    /** The texts that something does not refuse. */
    public Sample acceptedBy(Consumer<String> maker) {
      return new Sample(
          seed, texts.stream().filter(text -> accepts(maker, text)).toList());
    }

    /** Asserts that a reader read these texts, and says which it read otherwise. */
    public void wereRead(List<String> read) {
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < Math.min(texts.size(), read.size()); i++) {
        if (!texts.get(i).equals(read.get(i))) {
          differences.add(visible(texts.get(i)) + " was read as " + visible(read.get(i)));
        }
      }
      assertThat(differences).as("seed %d", seed).isEmpty();
      assertThat(read).as("seed %d", seed).hasSameSizeAs(texts);
    }

    private static boolean accepts(Consumer<String> maker, String text) {
      try {
        maker.accept(text);
        return true;
      } catch (InvalidValueException refused) {
        return false;
      }
    }

    private static String visible(String text) {
      StringBuilder out = new StringBuilder();
      text.chars()
          .forEach(c -> out.append(
              c >= ' ' && c <= '~' && c != '\\'
                  ? Character.toString(c)
                  : String.format("\\u%04x", c)));
      return '"' + out.toString() + '"';
    }
  }

  private Hostile() {}

  /** Any such text: also empty, with control characters, with halves of surrogate pairs. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(3);
    return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.of(PIECES)), Tuple.of(1, anything))
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }

  /**
   * Many such texts, for a program that would take too long to start for each. Another seed each
   * time, unless the system property {@code pveplan.seed} names one.
   */
  public static Sample sample(int count) {
    long seed = Long.getLong("pveplan.seed", new Random().nextLong());
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    // jqwik keeps its generators in a session, outside of its own properties as well.
    JqwikSession.run(() -> {
      RandomGenerator<String> generator = texts().generator(1000, true);
      for (int i = 0; i < count; i++) {
        texts.add(generator.next(random).value());
      }
    });
    return new Sample(seed, List.copyOf(texts));
  }
}
