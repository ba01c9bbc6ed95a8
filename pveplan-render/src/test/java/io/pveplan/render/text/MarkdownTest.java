package io.pveplan.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.render.testing.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Test
  void blocks_are_separated_by_an_empty_line() {
    Markdown page = Markdown.empty()
        .heading(1, Phrase.of("Bring-up"))
        .paragraph(Phrase.of("Run ").code("pvecm status").text(" first."))
        .list(Phrase.of("one"), Phrase.of("two"))
        .code("sh", "pvecm status\npvesm status\n")
        .table(
            List.of("file", "where"),
            List.of(
                List.of(Phrase.empty().code("a/b.sh"), Phrase.of("node/pve1")),
                List.of(Phrase.empty().code("c"), Phrase.empty())));

    assertThat(page.text()).isEqualTo("""
            # Bring-up

            Run `pvecm status` first.

            - one
            - two

            ```sh
            pvecm status
            pvesm status
            ```

            | file | where |
            | --- | --- |
            | `a/b.sh` | node/pve1 |
            | `c` |  |
            """);
  }

  @Test
  void nothing_is_an_empty_page() {
    assertThat(Markdown.empty().list().table(List.of("a"), List.of()).text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "# a #; \\# a \\#",
        "- a; \\- a",
        "1. a; 1\\. a",
        "12) a; 12\\) a",
        "1 a; 1 a",
        "===; \\===",
        "[x](y); \\[x\\](y)",
        "*a* _b_ `c`; \\*a\\* \\_b\\_ \\`c\\`",
        "<b>&amp;; \\<b\\>\\&amp;",
        "a - b. (c) + d; a - b. (c) + d"
      })
  void marks_are_escaped_only_where_they_mean_something(String both) {
    int cut = both.lastIndexOf("; ");

    assertThat(Markdown.empty().paragraph(Phrase.of(both.substring(0, cut))).text())
        .isEqualTo(both.substring(cut + 2) + "\n");
  }

  @Test
  void code_is_fenced_by_more_backticks_than_it_has() {
    Markdown page = Markdown.empty()
        .paragraph(Phrase.empty().code("a`b").text(" ").code("`").text(" ").code(" x "))
        .code("", "```\nx\n````");

    assertThat(page.text()).isEqualTo("``a`b`` `` ` `` `  x  `\n\n`````\n```\nx\n````\n`````\n");
  }

  @Test
  void code_with_a_pipe_in_a_table_is_text() {
    Markdown page =
        Markdown.empty().table(List.of("a"), List.of(List.of(Phrase.empty().code("x | y"))));

    assertThat(page.text()).isEqualTo("| a |\n| --- |\n| x \\| y |\n");
  }

  @Test
  void misuse_is_refused() {
    Markdown page = Markdown.empty();
    List<List<Phrase>> rows = List.of(List.of(Phrase.of("1"), Phrase.of("2")));

    assertThatThrownBy(() -> page.heading(7, Phrase.of("a"))).hasMessage("heading level 7");
    assertThatThrownBy(() -> page.code("s h", "")).hasMessage("language 's h'");
    assertThatThrownBy(() -> page.table(List.of("a"), rows))
        .hasMessage("a row of 2 cells under 1 columns");
  }

  @Test
  void a_reader_reads_headings_and_paragraphs_as_written() {
    check(
        text -> Markdown.empty().heading(2, Phrase.of(text)).text(),
        page -> inlines(only(page, Heading.class)));
    check(
        text -> Markdown.empty().paragraph(Phrase.of(text)).text(),
        page -> inlines(only(page, Paragraph.class)));
  }

  @Test
  void a_reader_reads_lists_as_written() {
    check(
        text -> Markdown.empty().list(Phrase.of(text)).text(),
        page -> inlines(only(only(only(page, BulletList.class), ListItem.class), Paragraph.class)));
  }

  @Test
  void a_reader_reads_tables_as_written() {
    check(
        text -> Markdown.empty()
            .table(List.of(text), List.of(List.of(Phrase.of(text))))
            .text(),
        page -> {
          Node table = only(page, TableBlock.class);
          String header = inlines(only(only(table.getFirstChild(), Node.class), TableCell.class));
          String cell = inlines(only(only(table.getLastChild(), Node.class), TableCell.class));
          assertThat(cell).isEqualTo(header);
          return cell;
        });
  }

  @Test
  void a_reader_reads_code_as_written() {
    check(
        text -> Markdown.empty().paragraph(Phrase.of("a").code(text).text("b")).text(), page -> {
          Node code = only(page, Paragraph.class).getFirstChild().getNext();
          assertThat(inlines(code.getParent())).startsWith("a").endsWith("b");
          return ((Code) code).getLiteral().strip();
        });
    check(
        text -> Markdown.empty()
            .code("", text.replace("\n", " ").replace("\r", " "))
            .text(),
        page ->
            ((FencedCodeBlock) only(page, FencedCodeBlock.class)).getLiteral().strip());
  }

  private interface Reader {
    String read(Node page);
  }

  private static void check(UnaryOperator<String> writer, Reader reader) {
    Hostile.Sample sample = Hostile.sample(2000);
    List<String> texts =
        sample.texts().stream().filter(text -> !Lines.visible(text).isBlank()).toList();
    List<String> read = new ArrayList<>();
    for (String text : texts) {
      read.add(reader.read(PARSER.parse(writer.apply(text))));
    }
    new Hostile.Sample(
            sample.seed(),
            texts.stream().map(text -> Lines.visible(text).strip()).toList())
        .wereRead(read);
  }

  private static Node only(Node parent, Class<? extends Node> type) {
    Node child = parent.getFirstChild();
    assertThat(child).isInstanceOf(type);
    assertThat(child.getNext()).isNull();
    return child;
  }

  private static String inlines(Node parent) {
    StringBuilder text = new StringBuilder();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      text.append(child instanceof Code code ? code.getLiteral() : ((Text) child).getLiteral());
    }
    return text.toString();
  }
}
