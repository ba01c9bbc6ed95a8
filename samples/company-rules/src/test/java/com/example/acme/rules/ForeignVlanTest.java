package com.example.acme.rules;

import static com.example.acme.rules.ForeignVlan.GUEST_VLANS;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.vlan;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.network.VlanRange;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignVlanTest {

  private final RuleVerifier rule = verify(new ForeignVlan());

  private static ClusterPlan wiki(Consumer<VmSpec> card) {
    return cluster("lab", c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware()));
      c.vm(100, "wiki", card);
    });
  }

  private static ClusterPlan wikiIn(int tag) {
    return wiki(v -> v.nic("vmbr0", vlan(tag)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2000, 2499})
  void the_ends_of_the_range_pass(int tag) {
    rule.on(wikiIn(tag)).passes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1999, 2500})
  void a_tag_beside_the_range_is_reported_on_its_card(int tag) {
    rule.on(wikiIn(tag))
        .reportsExactly("ACME-003[guest/100/net0]")
        .withMessageContaining("net0 of wiki is in VLAN " + tag + ", guests have 2000-2499");
  }

  @Test
  void the_rule_book_may_set_another_range() {
    RuleVerifier narrower = rule.set(GUEST_VLANS, VlanRange.of(2100, 2199));

    narrower.on(wikiIn(2000)).reportsExactly("ACME-003[guest/100/net0]");
    narrower.on(wikiIn(2100)).passes();
  }

  @Test
  void a_card_without_a_tag_is_not_looked_at() {
    rule.on(wiki(v -> v.nic("vmbr0"))).isNotApplicable();
  }
}
