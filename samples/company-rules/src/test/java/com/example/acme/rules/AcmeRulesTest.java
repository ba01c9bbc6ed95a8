package com.example.acme.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.plan.AcmeCluster;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.testing.RuleContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcmeRulesTest {

  static List<Rule> rules() {
    return new AcmeRules().rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void each_rule_owes_what_every_rule_owes(Rule rule) {
    RuleContract.of(rule).isDocumented().holdsOn(cluster("empty", c -> {}), AcmeCluster.plan());
  }

  @Test
  void the_pack_is_found_by_the_rule_book() {
    assertThat(RuleBook.standard().rules())
        .extracting(RuleDescription::id)
        .contains("ACME-001", "ACME-002", "ACME-003", "ACME-004");
  }
}
