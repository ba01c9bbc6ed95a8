package io.pveplan.rules;

import static io.pveplan.rules.Severity.ERROR;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.TestRule.passing;
import static io.pveplan.rules.TestRule.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final Catalog CATALOG = Catalog.parse("""
      # Comment

      ## NET: Network
      NET-001;ERROR;1;Something is the case;
      NET-002;ERROR;2;Something is not the case;it still works
      NET-004;ERROR;2;Something can not be;;the plan has no word for it
      """);

  @Test
  void a_rule_as_planned_is_no_problem() {
    assertThat(CATALOG.problems(List.of(passing("NET-001").description()))).isEmpty();
  }

  @Test
  void a_rule_that_nobody_planned_is_a_problem() {
    assertThat(CATALOG.problems(List.of(passing("NET-003").description())))
        .containsExactly("NET-003 is not in the catalog");
  }

  @Test
  void another_severity_needs_a_reason() {
    assertThat(CATALOG.problems(List.of(
            rule("NET-001", INFO, findings -> {}).description(),
            rule("NET-002", INFO, findings -> {}).description())))
        .containsExactly("NET-001 is INFO, in the catalog ERROR, without a reason");
  }

  @Test
  void a_rule_can_be_another_one_with_the_severity_of_the_catalog() {
    assertThat(CATALOG.problems(List.of(rule("NET-002", ERROR, findings -> {}).description())))
        .isEmpty();
  }

  @Test
  void a_rule_about_what_no_plan_can_say_is_a_problem() {
    assertThat(CATALOG.problems(List.of(passing("NET-004").description())))
        .containsExactly("NET-004 is there, though no plan can say what it is about");
  }

  @Test
  void an_id_stands_in_its_area_and_once() {
    assertThatThrownBy(() -> Catalog.parse("NET-001;ERROR;1;Something is the case;"))
        .hasMessage("NET-001 is in no area, or twice in the catalog");
    assertThatThrownBy(() -> Catalog.parse("""
        ## NET: Network
        NET-001;ERROR;1;Something is the case;
        NET-001;INFO;1;Something is the case;
        """))
        .hasMessage("NET-001 is in no area, or twice in the catalog");
  }

  @Test
  void the_rules_of_the_library_are_those_that_were_planned() {
    assertThat(Catalog.ofTheLibrary().problems(RulesPage.rules())).isEmpty();
  }

  @Test
  void what_the_model_refuses_is_in_the_catalog() {
    assertThat(Catalog.ofTheLibrary().entries())
        .extracting(Catalog.Entry::id)
        .containsAll(RulesPage.refused());
  }

  @Test
  void what_no_plan_can_say_is_not_refused() {
    assertThat(Catalog.ofTheLibrary().entries())
        .filteredOn(entry -> !entry.unsayable().isEmpty())
        .extracting(Catalog.Entry::id)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(RulesPage.refused());
  }

  @Test
  void a_reason_may_have_semicolons() {
    assertThat(Catalog.parse("""
        ## NET: Network
        NET-004;ERROR;2;Something can not be;;the plan has no word for it; and no place; at all
        """).entries())
        .extracting(Catalog.Entry::unsayable)
        .containsExactly("the plan has no word for it; and no place; at all");
  }

  @Test
  void nothing_of_the_areas_that_are_built_is_left_open() {
    Set<String> done = new TreeSet<>(RulesPage.refused());
    RulesPage.rules().forEach(rule -> done.add(rule.id()));

    // What is to come, and three rules that wait for facts.
    assertThat(Catalog.ofTheLibrary().entries())
        .filteredOn(entry -> !Set.of("SDN", "BCK", "SEC").contains(entry.area()))
        .filteredOn(entry -> entry.wave() <= 2 && entry.unsayable().isEmpty())
        .extracting(Catalog.Entry::id)
        .filteredOn(id -> !done.contains(id))
        .containsExactly("NODE-009", "NODE-020", "NET-041");
  }

  @Test
  void the_page_of_the_rules_is_up_to_date() {
    DocsPage.named("rules.md").assertIs(RulesPage.text(Catalog.ofTheLibrary()));
  }
}
