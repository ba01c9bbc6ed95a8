package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.network.SharedPart;
import io.pveplan.render.Bundle;
import io.pveplan.rules.RuleBook;
import io.pveplan.samples.NetworkPage.Wiring;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/network.md shows is compiled, rendered and found. */
class NetworkPageTest {

  private final Page page = Page.named("network.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(8, "NetworkPage");
  }

  @Test
  void its_cable_plan_is_the_one_that_is_rendered() {
    assertThat(page.blocks("csv"))
        .containsExactly(
            Bundle.render(NetworkPage.plan(NetworkPage::right)).toMap().get("cable-plan.csv"));
  }

  // The page shows what is about the cables of the first node.
  @Test
  void its_findings_are_those_of_the_mistakes() {
    assertFound(page.blocks("text").get(0), NetworkPage::swapped);
    assertFound(page.blocks("text").get(1), NetworkPage::oneSwitch);
  }

  @Test
  void nothing_is_found_about_the_right_cables() {
    String report = report(NetworkPage::right);

    assertThat(report).doesNotContain("CLU-026[", "NET-");
  }

  @Test
  void the_right_cables_share_nothing_and_the_wrong_ones_a_switch() {
    assertThat(NetworkPage.sharedByTheLinks(NetworkPage.plan(NetworkPage::right)))
        .isEmpty();
    assertThat(NetworkPage.sharedByTheLinks(NetworkPage.plan(NetworkPage::oneSwitch)))
        .extracting(SharedPart::toString)
        .containsExactly("switch access");
  }

  @Test
  void each_rule_it_names_is_there() {
    List<String> ids =
        RuleBook.standard().rules().stream().map(rule -> rule.id()).toList();
    assertThat(page.found("(\\b[A-Z]{3,4}-\\d{3}\\b)")).isNotEmpty().isSubsetOf(ids);
  }

  private static void assertFound(String block, Wiring wiring) {
    String report = report(wiring);
    assertThat(block.split("(?m)^(?=[A-Z]+ [A-Z]+-\\d)"))
        .allSatisfy(finding -> assertThat(report).contains(finding));
  }

  private static String report(Wiring wiring) {
    return RuleBook.standard().check(NetworkPage.plan(wiring)).toText();
  }
}
