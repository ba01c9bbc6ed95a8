package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EverythingClusterTest {

  @Test
  void a_plan_with_everything_freezes_reads_back_and_resolves() {
    ClusterPlan plan = EverythingCluster.plan();

    assertThat(PlanFormat.JSON.read(PlanFormat.JSON.write(plan))).isEqualTo(plan);
    assertThat(PlanFormat.YAML.read(PlanFormat.YAML.write(plan))).isEqualTo(plan);
    assertThat(ResolvedPlan.of(ResolvedPlan.of(plan).plan()).plan())
        .isEqualTo(ResolvedPlan.of(plan).plan());
  }

  @Test
  void blocks_about_one_thing_add_to_each_other() {
    ClusterPlan plan = EverythingCluster.plan();

    assertThat(plan.corosync().orElseThrow().links()).hasSize(2);
    assertThat(plan.corosync().orElseThrow().qdevice().orElseThrow().force()).isTrue();
    assertThat(plan.nodes().get(0).hardware().orElseThrow().memory()).isPresent();
    assertThat(plan.nodes().get(0).hardware().orElseThrow().rack()).contains("rack-a");
  }

  // Fields of the model that plans in code have no words for (yet).
  @Test
  void what_the_language_can_not_say() {
    JsonNode tree = new JsonMapper().readTree(PlanFormat.JSON.write(EverythingCluster.plan()));
    Map<String, Set<String>> missingByType = new TreeMap<>();
    visit(tree, "plan", (type, object) -> {
      Set<String> known = knownFields(tree, object);
      known.removeAll(object.propertyNames());
      missingByType.computeIfAbsent(type, first -> known).retainAll(known);
    });
    missingByType.values().removeIf(Set::isEmpty);

    assertThat(missingByType).hasToString("""
        {dhcpRanges=[purpose], rootfs=[aio, cache, format, importFrom]}""");
  }

  private static void visit(JsonNode node, String type, BiConsumer<String, ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(
          object.has("kind") ? type + "." + object.get("kind").asString() : type, object);
    }
    for (String field : node.propertyNames()) {
      visit(node.get(field), field, visitor);
    }
    if (node.isArray()) {
      node.forEach(element -> visit(element, type, visitor));
    }
  }

  private static Set<String> knownFields(JsonNode tree, ObjectNode object) {
    object.put("no-such-field", 1);
    PlanDefinitionException refused = catchThrowableOfType(
        PlanDefinitionException.class, () -> PlanFormat.JSON.read(tree.toString()));
    object.remove("no-such-field");
    String advice = refused.problems().get(0).advice();
    return new TreeSet<>(
        List.of(advice.substring("Use one of: ".length(), advice.length() - 1).split(", ")));
  }
}
