package io.pveplan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ResolvedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDescriptionTest {

  private static RuleDescription described(String id, String summary, String remedy) {
    return new RuleDescription(id, Severity.INFO, summary, "", remedy, List.of(), "");
  }

  @Test
  void an_annotation_is_read_with_flowing_texts() {
    assertThat(new SlowLink().description())
        .isEqualTo(new RuleDescription(
            "TEST-032",
            Severity.ERROR,
            "A Corosync link is slow",
            "Corosync needs steady latency. Tokens that arrive late cost the quorum.",
            "Put the nodes into one LAN.",
            List.of("pve-docs: pvecm.adoc, Network Requirements", "own judgement"),
            "0.1"));
  }

  static final class Undescribed implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {}
  }

  @Test
  void a_rule_without_annotation_is_refused() {
    assertThatThrownBy(() -> RuleBook.empty().with(new Undescribed()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.pveplan.rules.RuleDescriptionTest$Undescribed has no @RuleInfo; annotate the class,"
                + " or override description()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB-123", "ACMECORP-000"})
  void an_id_of_the_right_form_passes(String id) {
    assertThat(described(id, "It is so", "Change it.").id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A-123", "ACMECORPS-123", "net-003", "NET-03", "NET-0003", "NET003"})
  void an_id_of_another_form_is_refused(String id) {
    assertThatThrownBy(() -> described(id, "It is so", "Change it."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule id \"" + id
            + "\" is not two to eight capital letters, a dash and three digits, as in ACME-001");
  }

  @Test
  void a_rule_without_summary_is_refused() {
    assertThatThrownBy(() -> described("NET-003", " \n ", "Change it."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule NET-003 has no summary");
  }

  @Test
  void a_rule_without_remedy_is_refused() {
    assertThatThrownBy(() -> described("NET-003", "It is so", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule NET-003 has no remedy");
  }

  @RuleInfo(id = "my-1", severity = Severity.INFO, summary = "It is so", remedy = "Change it.")
  static final class Misnamed implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {}
  }

  @RuleInfo(id = "MY-001", severity = Severity.INFO, summary = " ", remedy = "Change it.")
  static final class Speechless implements Rule {
    @Override
    public void check(ResolvedPlan plan, Findings findings) {}
  }

  @Test
  void what_is_wrong_with_an_annotation_names_the_class() {
    assertThatThrownBy(() -> RuleDescription.of(Misnamed.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("io.pveplan.rules.RuleDescriptionTest$Misnamed: rule id \"my-1\" is not two to"
            + " eight capital letters, a dash and three digits, as in ACME-001");
    assertThatThrownBy(() -> RuleDescription.of(Speechless.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("io.pveplan.rules.RuleDescriptionTest$Speechless: rule MY-001 has no summary");
  }
}
