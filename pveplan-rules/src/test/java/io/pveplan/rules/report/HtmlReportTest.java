package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {

  private static final HtmlReport HTML = new HtmlReport();
  private static final String HARMLESS = Xml.outline(HTML.write(Samples.hostile("harmless")));

  static Stream<Contents> reports() {
    return Stream.of(Samples.busy(), Samples.empty(), Samples.hostile("<script>alert(1)</script>"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void it_needs_nothing_but_itself(Contents contents) {
    String html = HTML.write(contents);

    assertThat(elements(html))
        .extracting(Element::getTagName)
        .doesNotContain("script", "link", "img");
    assertThat(attributes(html, "src")).isEmpty();
    assertThat(attributes(html, "href")).allMatch(it -> it.startsWith("#"));
    assertThat(html).doesNotContain("url(").doesNotContain("@import");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void its_links_lead_somewhere_and_no_place_has_two_names(Contents contents) {
    String html = HTML.write(contents);

    List<String> places = attributes(html, "id");
    Set<String> links = new HashSet<>(attributes(html, "href"));
    links.addAll(
        attributes(html, "aria-labelledby").stream().map(it -> "#" + it).toList());

    assertThat(places).doesNotHaveDuplicates();
    assertThat(places.stream().map(it -> "#" + it)).containsAll(links);
  }

  @Test
  void an_empty_list_is_said_to_be_empty() {
    Report report = RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.ERROR,
            (plan, findings) -> findings
                .on(PlanPath.of("guest", "100"))
                .says("no job takes it")
                .because("jobs", List.of())))
        .check(Samples.plan());

    assertThat(HTML.write(report).replaceAll("\\s*\n\\s*", ""))
        .contains("<dt><code>jobs</code></dt><dd>none</dd>");
  }

  @Test
  void headings_leave_out_no_level() {
    List<String> levels = elements(HTML.write(Samples.busy())).stream()
        .map(Element::getTagName)
        .filter(it -> it.matches("h[1-6]"))
        .toList();

    assertThat(levels)
        .containsExactly(
            "h1", "h2", "h3", "h2", "h3", "h2", "h3", "h3", "h2", "h3", "h2", "h2", "h2", "h2",
            "h2");
  }

  @Property(tries = 100)
  void no_name_breaks_out_of_its_place(@ForAll String hostile) {
    assertThat(Xml.outline(HTML.write(Samples.hostile(hostile)))).isEqualTo(HARMLESS);
  }

  private static List<String> attributes(String html, String name) {
    return elements(html).stream()
        .filter(it -> it.hasAttribute(name))
        .map(it -> it.getAttribute(name))
        .toList();
  }

  // The page is written so that it is XML as well.
  private static List<Element> elements(String html) {
    NodeList all = Xml.parse(html).getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}
