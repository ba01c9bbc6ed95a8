package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.Visible;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

  private static final MarkdownReport MARKDOWN = new MarkdownReport();
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder()
      .extensions(List.of(TablesExtension.create()))
      .build();
  private static final String HARMLESS = outline(MARKDOWN.write(Samples.hostile("harmless")));

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
        "<http://a.example>"
      })
  void what_means_something_in_markdown_is_shown_as_it_is(String hostile) {
    String markdown = MARKDOWN.write(Samples.hostile(hostile));

    assertThat(TEXT.render(PARSER.parse(markdown)))
        .contains("guest " + Visible.text(hostile) + " is broken");
  }

  @Property(tries = 200)
  void no_name_breaks_out_of_its_place(@ForAll String hostile) {
    assertThat(outline(MARKDOWN.write(Samples.hostile(hostile)))).isEqualTo(HARMLESS);
  }

  // Text is split at each escape, which says nothing about what it is in.
  private static String outline(String markdown) {
    StringBuilder outline = new StringBuilder();
    outline(PARSER.parse(markdown), 0, outline);
    return outline.toString();
  }

  private static void outline(Node node, int depth, StringBuilder outline) {
    if (!(node instanceof Text)) {
      outline.append("  ".repeat(depth)).append(node.getClass().getSimpleName()).append('\n');
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      outline(child, depth + 1, outline);
    }
  }
}
