package io.pveplan.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pveplan.rules.RuleBookDefinitionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {

  private static FileNode read(String text) {
    Mistakes mistakes = new Mistakes("the text under test");
    Optional<FileNode> root = FileText.read(text, "some.yaml", mistakes);
    mistakes.refuseIfAny();
    return root.orElseThrow();
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list:\n- one\n- 2\n- true\n",
        "{\"list\": [\"one\", 2, true]}",
        "\n\t {\"list\":\t[\"one\",\n2, true]}",
        "\uFEFFlist: [one, 2, true]",
        "{list: [one, 2, true]}",
        "# a comment\nlist: # another\n  - 'one'\n  - 2\n  - true\n"
      })
  void yaml_and_json_are_read_alike(String text) {
    List<FileNode> items = read(text).fields("list").get("list").items();

    assertThat(items.stream().map(item -> item.text().orElseThrow()))
        .containsExactly("one", "2", "true");
  }

  @Test
  void each_value_knows_its_line() {
    FileNode root =
        read("one: 1\n\nmore:\n  - a\n  - b: 2\n    c: >\n      long\n      text\nlast: 9\n");

    List<FileNode> more = root.fields().get("more").items();
    assertThat(root.fields().get("one").line()).hasToString("some.yaml:1");
    assertThat(root.fields().get("more").line()).hasToString("some.yaml:3");
    assertThat(more.get(0).line()).hasToString("some.yaml:4");
    assertThat(more.get(1).line()).hasToString("some.yaml:5");
    assertThat(more.get(1).fields().get("c").line()).hasToString("some.yaml:6");
    assertThat(root.fields().get("last").line()).hasToString("some.yaml:9");
  }

  @Test
  void a_number_is_read_as_it_is_written() {
    assertThat(read("number: 0.80").fields().get("number").text()).contains("0.80");
  }

  @Test
  void a_field_that_is_written_twice_is_refused() {
    assertRefused("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", """
        the text under test can not be used, 2 problems:
          b.c: it is written twice, first at some.yaml:3  (some.yaml:4)
              Keep one of them.
          a: it is written twice, first at some.yaml:1  (some.yaml:5)
              Keep one of them.""");
  }

  @Test
  void an_alias_is_refused() {
    assertRefused("a: &it one\nb: *it\n", """
        the text under test can not be used, 1 problem:
          b: an alias is not followed  (some.yaml:2)
              Write the value itself.""");
  }

  @Test
  void a_second_document_is_refused() {
    assertRefused("a: 1\n---\na: 2\n", """
        the text under test can not be used, 1 problem:
          the text: it goes on after its end  (some.yaml:3)
              Write one document per file.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "# nothing yet\n"})
  void an_empty_text_is_refused(String text) {
    assertRefused(text, """
        the text under test can not be used, 1 problem:
          the text: it is empty  (some.yaml:1)
              Write at least the formatVersion.""");
  }

  @Test
  void a_text_that_is_neither_yaml_nor_json_is_refused_with_its_line() {
    assertRefused("a: 1\nb: [1, 2\nc: 3\n", """
        the text under test can not be used, 1 problem:
          the text: it can not be read: expected ',' or ']', but got :  (some.yaml:3)
              Look at the indentation and the brackets there, and put text that holds ": " or begins with a special character in quotes.""");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void what_is_wrong_with_a_broken_text_is_told_with_its_line(
      String text, int line, String problem) {
    Mistakes mistakes = new Mistakes("the text under test");

    FileText.read(text, "some.yaml", mistakes);

    assertThatThrownBy(mistakes::refuseIfAny).message().startsWith("""
            the text under test can not be used, 1 problem:
              the text: it can not be read: %s  (some.yaml:%d)
            """.formatted(problem, line));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(
            "formatVersion: 1\nwaivers:\n\t- key: x\n",
            3,
            "found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for"
                + " indentation)"),
        arguments("a: 1\nb: \"x\n", 3, "found unexpected end of stream"),
        arguments(
            "a: 1\nb: \"é\uD83D\uDE00\"\n\u0001\n",
            3,
            "the character U+0001 can not stand in YAML"),
        arguments("a: 1\n b: 2\n", 2, "mapping values are not allowed here"),
        arguments("a: 1\nb: 10 Gbit: later\n", 2, "mapping values are not allowed here"),
        arguments("- a\nb: 1\n", 2, "expected <block end>, but found '?'"),
        arguments(
            "{\"a\": 1,\n\"b\": 2,\n}",
            3,
            "Unexpected character ('}' (code 125)): was expecting double-quote to start property"
                + " name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "Null", "NULL", "null", "", "&it ~", "~ # é"})
  void what_yaml_writes_for_nothing_is_nothing(String nothing) {
    Mistakes mistakes = new Mistakes("the text under test");
    FileNode root = FileText.read("é\uD83D\uDE00: 1\r\na: " + nothing + "\n", "some.yaml", mistakes)
        .orElseThrow();

    assertThat(root.fields().get("a").text()).isEmpty();
    assertThatThrownBy(mistakes::refuseIfAny).hasMessage("""
        the text under test can not be used, 1 problem:
          a: nothing can not stand here  (some.yaml:2)
              Write text.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'~'", "\"Null\"", "|-\n  NULL", "!!str ~"})
  void the_same_words_as_text_are_text(String quoted) {
    assertThat(read("a: " + quoted + "\n").fields().get("a").text()).isPresent();
  }

  @Test
  void nothing_in_a_list_is_nothing() {
    Mistakes mistakes = new Mistakes("the text under test");
    FileText.read("[a, ~]", "some.yaml", mistakes).orElseThrow().items().forEach(FileNode::text);

    assertThatThrownBy(mistakes::refuseIfAny).hasMessage("""
        the text under test can not be used, 1 problem:
          [1]: nothing can not stand here  (some.yaml:1)
              Write text.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "a: [{b: "})
  void a_text_of_endless_depth_is_refused(String opening) {
    assertThatThrownBy(() -> read(opening.repeat(20_000)))
        .isInstanceOf(RuleBookDefinitionException.class)
        .hasMessageContaining("the text: it can not be read");
  }

  @Test
  void what_is_asked_for_something_it_is_not_is_refused() {
    Mistakes mistakes = new Mistakes("the text under test");
    FileNode root = FileText.read(
            "text: some\nlist: [1]\nfields: {a: 1}\nempty:\nblank: ' '\n", "some.yaml", mistakes)
        .orElseThrow();

    assertThat(root.fields().get("text").items()).isEmpty();
    assertThat(root.fields().get("list").fields("a")).isEmpty();
    assertThat(root.fields().get("fields").text()).isEmpty();
    assertThat(root.fields().get("empty").text()).isEmpty();
    assertThat(root.fields().get("blank").text()).isEmpty();
    assertThat(root.fields().get("text").truth()).isEmpty();

    assertThatThrownBy(mistakes::refuseIfAny).hasMessage("""
        the text under test can not be used, 6 problems:
          text: text can not stand here  (some.yaml:1)
              Write a list.
          text: text can not stand here  (some.yaml:1)
              Write true or false.
          list: a list can not stand here  (some.yaml:2)
              Write fields: a.
          fields: fields can not stand here  (some.yaml:3)
              Write text.
          empty: nothing can not stand here  (some.yaml:4)
              Write text.
          blank: the text is empty  (some.yaml:5)
              Write something.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "1.0", "one", "[1]", ""})
  void another_format_version_is_refused(String version) {
    Mistakes mistakes = new Mistakes("the text under test");

    FileText.read("formatVersion: " + version, "some.yaml", mistakes)
        .orElseThrow()
        .demandVersion(1);

    assertThatThrownBy(mistakes::refuseIfAny)
        .hasMessageContaining("is not known here  (some.yaml:1)");
  }

  @Test
  void a_format_version_in_quotes_is_refused_as_text() {
    Mistakes mistakes = new Mistakes("the text under test");

    FileText.read("formatVersion: '1'", "some.yaml", mistakes).orElseThrow().demandVersion(1);

    assertThatThrownBy(mistakes::refuseIfAny).hasMessage("""
        the text under test can not be used, 1 problem:
          formatVersion: format version 1 stands here as text  (some.yaml:1)
              Write the number 1, without quotes.""");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.strings()
        .withChars("ab:-[]{}\"'\\&*!|>%@`#,?\n\t \u0000\u0085\u2028\uFEFF\uD800é")
        .all()
        .ofMaxLength(40);
  }

  @Property(tries = 2000)
  void any_text_is_read_or_refused(@ForAll("hostile") String text) {
    Mistakes mistakes = new Mistakes("the text under test");

    assertThatCode(() -> {
          Optional<FileNode> root = FileText.read(text, "some.yaml", mistakes);
          assertThat(root.isPresent() || isRefused(mistakes)).isTrue();
        })
        .doesNotThrowAnyException();
  }

  private static boolean isRefused(Mistakes mistakes) {
    try {
      mistakes.refuseIfAny();
      return false;
    } catch (RuleBookDefinitionException refused) {
      return refused.problems().stream()
          .allMatch(problem -> problem.declaredAt().isPresent());
    }
  }
}
