package io.pveplan.rules.failure.internal.ha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectiveRulesTest {

  private static final List<String> NODES = List.of("n1", "n2", "n3", "n4");

  @Test
  void a_rule_that_links_two_sets_joins_only_the_first() {
    var rules = HaPlan.ofFour()
        .together("ra", "vm:101", "vm:105")
        .together("rb", "vm:102", "vm:103")
        .together("rc", "vm:103", "vm:105")
        .apart("spread", "vm:101", "vm:300")
        .rules();

    assertThat(rules.dropped()).isEmpty();
    assertThat(rules.together("vm:101")).containsExactly("vm:103", "vm:105");
    assertThat(rules.together("vm:102")).containsExactly("vm:103");
    assertThat(rules.apart("vm:300")).containsExactly("vm:101", "vm:103", "vm:105");
    assertThat(rules.apart("vm:102")).isEmpty();
  }

  @Test
  void what_follows_from_two_steps_does_not_hold() {
    var rules = HaPlan.ofFour()
        .together("one", "vm:1", "vm:2")
        .together("two", "vm:3", "vm:4")
        .apart("spread", "vm:1", "vm:3")
        .rules();

    assertThat(rules.apart("vm:1")).containsExactly("vm:3", "vm:4");
    assertThat(rules.apart("vm:2")).containsExactly("vm:3");
    assertThat(rules.apart("vm:4")).containsExactly("vm:1");
  }

  @Test
  void nodes_of_one_are_those_of_all_it_is_to_be_with() {
    var rules = HaPlan.ofFour()
        .together("pair", "vm:1", "vm:2")
        .restrict("where", "n2:3,n3:3", "vm:2")
        .rules();

    assertThat(rules.nodes("vm:1", NODES)).isEqualTo(Map.of("n2", 3, "n3", 3));
  }

  @Test
  void nodes_outside_of_a_rule_come_last_unless_it_is_strict() {
    var rules = HaPlan.ofFour()
        .prefer("soft", "n2:5,n3", "vm:1")
        .restrict("hard", "n4", "vm:2")
        .rules();

    assertThat(rules.nodes("vm:1", NODES)).isEqualTo(Map.of("n1", -1, "n2", 5, "n3", 0, "n4", -1));
    assertThat(rules.nodes("vm:2", NODES)).isEqualTo(Map.of("n4", 0));
    assertThat(rules.nodes("vm:3", NODES)).isEqualTo(Map.of("n1", 0, "n2", 0, "n3", 0, "n4", 0));
  }

  @Test
  void two_node_rules_for_one_resource_are_both_dropped() {
    var rules = HaPlan.ofFour()
        .prefer("a", "n1", "vm:1", "vm:2")
        .prefer("b", "n2", "vm:2")
        .prefer("c", "n3", "vm:3")
        .rules();

    assertThat(rules.dropped().toString())
        .isEqualTo(
            "{a=[SEVERAL_NODE_RULES_FOR_A_RESOURCE], b=[SEVERAL_NODE_RULES_FOR_A_RESOURCE]}");
    assertThat(rules.nodes("vm:1", NODES)).isEqualTo(Map.of("n1", 0, "n2", 0, "n3", 0, "n4", 0));
  }

  @Test
  void rules_of_the_wrong_size_are_dropped() {
    assertThat(HaPlan.of("n1", "n2")
            .together("alone", "vm:1")
            .apart("many", "vm:1", "vm:2", "vm:3")
            .apart("two", "vm:1", "vm:2")
            .rules()
            .dropped()
            .toString())
        .isEqualTo("{alone=[FEWER_THAN_TWO_RESOURCES], many=[MORE_RESOURCES_THAN_NODES]}");
  }

  @Test
  void together_and_apart_drops_the_whole_set_also_over_two_rules() {
    assertThat(HaPlan.ofFour()
            .together("a", "vm:1", "vm:2")
            .together("b", "vm:2", "vm:3")
            .apart("c", "vm:1", "vm:3")
            .apart("d", "vm:3", "vm:4")
            .rules()
            .dropped()
            .toString())
        .isEqualTo("{a=[TOGETHER_AND_APART], b=[TOGETHER_AND_APART], c=[TOGETHER_AND_APART]}");
  }

  @Test
  void several_priorities_drop_all_node_rules_that_the_resource_rule_meets() {
    assertThat(HaPlan.ofFour()
            .prefer("ranked", "n1:2,n2", "vm:1")
            .prefer("plain", "n3,n4", "vm:2")
            .prefer("free", "n1:2,n2", "vm:9")
            .apart("spread", "vm:1", "vm:2")
            .rules()
            .dropped()
            .toString())
        .isEqualTo("{plain=[SEVERAL_PRIORITIES], ranked=[SEVERAL_PRIORITIES],"
            + " spread=[SEVERAL_PRIORITIES]}");
  }

  @Test
  void a_set_in_two_node_rules_is_dropped_with_both() {
    assertThat(HaPlan.ofFour()
            .prefer("a", "n1", "vm:1")
            .prefer("b", "n2", "vm:2")
            .together("pair", "vm:1", "vm:2")
            .rules()
            .dropped()
            .toString())
        .isEqualTo("{a=[SEVERAL_NODE_RULES_FOR_A_SET], b=[SEVERAL_NODE_RULES_FOR_A_SET],"
            + " pair=[SEVERAL_NODE_RULES_FOR_A_SET]}");
  }

  @Test
  void resources_to_be_apart_need_as_many_nodes_in_their_node_rules_strict_or_not() {
    assertThat(HaPlan.ofFour()
            .prefer("narrow", "n1", "vm:1", "vm:2")
            .apart("spread", "vm:1", "vm:2", "vm:3")
            .rules()
            .dropped()
            .toString())
        .isEqualTo("{narrow=[TOO_FEW_NODES_TO_SEPARATE], spread=[TOO_FEW_NODES_TO_SEPARATE]}");
    assertThat(HaPlan.ofFour()
            .prefer("wide", "n1,n2", "vm:1", "vm:2")
            .apart("spread", "vm:1", "vm:2", "vm:3")
            .rules()
            .dropped())
        .isEmpty();
  }

  @Test
  void of_several_groups_the_first_counts_and_nothing_is_dropped() {
    var rules = HaPlan.ofFour()
        .withGroups()
        .restrict("a", "n1", "vm:1")
        .restrict("b", "n2", "vm:1")
        .rules();

    assertThat(rules.dropped()).isEmpty();
    assertThat(rules.nodes("vm:1", NODES)).isEqualTo(Map.of("n1", 0));
  }
}
