package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Visible;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

  private static final MarkdownReport MARKDOWN = new MarkdownReport();
  private static final Parser PARSER = Parser.builder()
      .extensions(List.of(
          TablesExtension.create(),
          AutolinkExtension.builder()
              .linkTypes(AutolinkType.URL, AutolinkType.WWW, AutolinkType.EMAIL)
              .build()))
      .build();
  private static final String HARMLESS =
      outline(PARSER.parse(MARKDOWN.write(Samples.hostile("harmless"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|b",
        "a\\|b",
        "`a`",
        "*a*",
        "_a_",
        "~~a~~",
        "<b>a</b>",
        "<!-- a",
        "&amp;",
        "[a](b)",
        "![a](b)",
        "\\",
        "\\\\",
        "# a",
        "a\nb",
        "| --- |",
        "${a}",
        "<http://a.example>",
        "http://a.example",
        "https://a.example/b?c=d&e",
        "ftp://a.example",
        "www.a.example",
        "WWW.a.example",
        "a@b.example",
        "mailto:a@b.example",
        "xmpp:a@b.example/c",
        "@user and @acme/admins",
        "<!-- -->https://a.example",
      })
  void what_means_something_in_markdown_is_shown_as_it_is(String hostile) {
    Node markdown = PARSER.parse(MARKDOWN.write(Samples.hostile(hostile)));

    assertThat(shown(markdown)).contains("guest " + Visible.text(hostile) + " is broken");
    assertThat(outline(markdown)).isEqualTo(HARMLESS);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https:<!-- -->//a.example",
    "www.a.example, www<!-- -->.a.example",
    "WWW.a.example, WWW<!-- -->.a.example",
    "mailto:a@b.example, mailto:a@<!-- -->b.example",
    "@user, @<!-- -->user",
    "@@a, @<!-- -->@<!-- -->a",
    "acme/plan#12, acme/plan\\#<!-- -->12",
    "GH-12, GH-<!-- -->12",
    "a:b/c, a:b/c",
    "wwwa, wwwa",
    "# 12, \\# 12",
  })
  void no_name_becomes_a_link_or_calls_somebody(String name, String written) {
    MarkdownText text = MarkdownText.plain();

    assertThat(text.paragraph("Cluster " + name).table(List.of("a"), List.of(List.of(name))))
        .hasToString("""
            Cluster %s

            | a |
            | --- |
            | %s |
            """.formatted(written, written));
  }

  @Test
  void the_sources_of_a_rule_stay_links() {
    assertThat(MarkdownText.linking().paragraph("See https://a.example/b_c"))
        .hasToString("See https://a.example/b\\_c\n");
  }

  @Property(tries = 200)
  void no_name_breaks_out_of_its_place(@ForAll String hostile) {
    assertThat(outline(PARSER.parse(MARKDOWN.write(Samples.hostile(hostile))))).isEqualTo(HARMLESS);
  }

  /** The text in one piece, without comments. */
  private static String shown(Node markdown) {
    StringBuilder shown = new StringBuilder();
    markdown.accept(new AbstractVisitor() {
      @Override
      public void visit(Text text) {
        shown.append(text.getLiteral());
      }
    });
    return shown.toString();
  }

  private static String outline(Node markdown) {
    StringBuilder outline = new StringBuilder();
    outline(markdown, 0, outline);
    return outline.toString();
  }

  private static void outline(Node node, int depth, StringBuilder outline) {
    if (!(node instanceof Text || isSeparator(node))) {
      outline.append("  ".repeat(depth)).append(node.getClass().getSimpleName()).append('\n');
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      outline(child, depth + 1, outline);
    }
  }

  // Text is split at each escape and comment, which says nothing about what it is in.
  private static boolean isSeparator(Node node) {
    return node instanceof HtmlInline html && html.getLiteral().equals("<!-- -->");
  }
}
