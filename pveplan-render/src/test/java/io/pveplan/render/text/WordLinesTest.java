package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.InvalidValueException;
import io.pveplan.render.testing.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordLinesTest {

  @Test
  void lines_are_words_with_a_blank_between() {
    assertThat(WordLines.empty()
            .comment("names of\n the nodes")
            .comment("")
            .line("192.0.2.1", "pve1")
            .line("rtcsync")
            .text())
        .isEqualTo("""
            # names of the nodes
            #
            192.0.2.1 pve1
            rtcsync
            """);
    assertThat(WordLines.empty().text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "a\tb", "a\u00a0b", "#a", "a;b", "!a", "%a"})
  void what_is_not_one_word_is_refused(String word) {
    assertThatThrownBy(() -> WordLines.empty().line("server", word))
        .isExactlyInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_line_has_words() {
    assertThatThrownBy(() -> WordLines.empty().line())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("a line without words");
  }

  @Test
  void no_text_breaks_out_of_its_line() {
    Hostile.Sample sample = Hostile.sample(2000);
    WordLines comments = WordLines.empty();
    for (String text : sample.texts()) {
      comments = comments.comment(text);
    }
    Hostile.Sample words = sample.acceptedBy(text -> WordLines.empty().line(text));

    assertThat(comments.text().lines())
        .as("seed %d", sample.seed())
        .hasSize(sample.texts().size())
        .allMatch(line -> line.startsWith("#"));
    assertThat(words.texts())
        .as("seed %d", sample.seed())
        .isNotEmpty()
        .allSatisfy(
            word -> assertThat(WordLines.empty().line("server", word).text().split("(?U)[\\s#;]+"))
                .containsExactly("server", word));
  }
}
