package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedLookupTest {

  private record NodeCount(int nodes) {}

  private record TwiceTheNodes(int nodes) {}

  private static ResolvedPlan resolved(String name) {
    return ResolvedPlan.of(ClusterPlan.builder().name(name).build());
  }

  @Test
  void is_computed_once_for_each_plan() {
    List<String> computed = new ArrayList<>();
    ResolvedPlan one = resolved("one");
    ResolvedPlan other = resolved("other");

    for (ResolvedPlan plan : List.of(one, one, other, one)) {
      plan.derived(NodeCount.class, it -> {
        computed.add(it.plan().name());
        return new NodeCount(it.nodes().size());
      });
    }

    assertThat(computed).containsExactly("one", "other");
  }

  @Test
  void may_ask_for_another() {
    TwiceTheNodes twice = resolved("one")
        .derived(
            TwiceTheNodes.class,
            plan -> new TwiceTheNodes(
                2 * plan.derived(NodeCount.class, it -> new NodeCount(21)).nodes()));

    assertThat(twice).isEqualTo(new TwiceTheNodes(42));
  }
}
