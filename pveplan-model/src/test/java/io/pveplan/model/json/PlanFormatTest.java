package io.pveplan.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.EverythingPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanIntegrity;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanFormatTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void the_plan_with_everything_can_exist() {
    assertThat(PlanIntegrity.problems(EverythingPlan.plan())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_plan_with_everything_reads_back_equal(PlanFormat format) {
    ClusterPlan plan = EverythingPlan.plan();

    ClusterPlan read = format.read(format.write(plan));

    assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan).hasToString(plan.toString());
    assertThat(format.write(read)).isEqualTo(format.write(plan));
  }

  @Test
  void json_and_yaml_hold_the_same() {
    ClusterPlan plan = EverythingPlan.plan();

    assertThat(PlanFormat.YAML.read(PlanFormat.YAML.write(plan)))
        .isEqualTo(PlanFormat.JSON.read(PlanFormat.JSON.write(plan)));
    // JSON is YAML.
    assertThat(PlanFormat.YAML.read(PlanFormat.JSON.write(plan))).isEqualTo(plan);
  }

  @Test
  void a_small_plan_in_json() {
    ClusterPlan plan = ClusterPlan.builder()
        .name("prod")
        .addTimeServers("ntp.example.net")
        .addGuest(Vm.builder().vmid(Vmid.of(200)).name("web").build())
        .build();

    assertThat(PlanFormat.JSON.write(plan)).isEqualTo("""
        {
          "formatVersion" : 1,
          "name" : "prod",
          "timeServers" : [
            "ntp.example.net"
          ],
          "guests" : [
            {
              "kind" : "vm",
              "vmid" : 200,
              "name" : "web",
              "mustRun" : false,
              "snapshots" : false,
              "onBoot" : false,
              "protection" : false,
              "numa" : false,
              "serial0" : false,
              "template" : false,
              "agent" : false
            }
          ]
        }
        """);
  }

  @Test
  void a_small_plan_in_yaml() {
    ClusterPlan plan = ClusterPlan.builder()
        .name("prod")
        .addTimeServers("ntp.example.net")
        .addGuest(Vm.builder().vmid(Vmid.of(200)).name("web").build())
        .build();

    assertThat(PlanFormat.YAML.write(plan)).isEqualTo("""
        formatVersion: 1
        name: "prod"
        timeServers:
        - "ntp.example.net"
        guests:
        - kind: "vm"
          vmid: 200
          name: "web"
          mustRun: false
          snapshots: false
          onBoot: false
          protection: false
          numa: false
          serial0: false
          template: false
          agent: false
        """);
  }

  @ParameterizedTest
  @EnumSource
  void the_order_in_which_sets_were_filled_leaves_no_trace(PlanFormat format) {
    ClusterPlan one = ClusterPlan.builder()
        .name("prod")
        .addPackages("b-b", "a-a", "c-c")
        .addTimeServers("n2", "n1")
        .build();
    ClusterPlan other = ClusterPlan.builder()
        .name("prod")
        .addTimeServers("n1")
        .addPackages("c-c", "b-b")
        .addTimeServers("n2")
        .addPackages("a-a")
        .build();

    assertThat(other).isEqualTo(one);
    assertThat(format.write(other)).isEqualTo(format.write(one));
  }

  @Test
  void the_line_is_no_part_of_equality_or_text() {
    ClusterPlan here = ClusterPlan.builder()
        .name("prod")
        .declaredAt(new Origin("a.Here", "Here.java", 7))
        .build();
    ClusterPlan there = ClusterPlan.builder()
        .name("prod")
        .declaredAt(new Origin("a.There", "There.java", 9))
        .build();

    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there);
    assertThat(PlanFormat.JSON.write(here)).isEqualTo(PlanFormat.JSON.write(there));
    assertThat(PlanFormat.JSON.write(EverythingPlan.plan()))
        .doesNotContain("declaredAt", "Everything.java");
    assertThat(PlanFormat.YAML.write(EverythingPlan.plan()))
        .doesNotContain("declaredAt", "Everything.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "~",
        "true",
        "yes",
        "on",
        "n",
        "0x10",
        "0o17",
        "1e3",
        "12:30:00",
        "2026-01-01",
        ".inf",
        "- a",
        "# a",
        "a # b",
        "a: b",
        "{a}",
        "[a]",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "'",
        "\"",
        "\\",
        "\\n",
        "${x}",
        "$(id)",
        "<<",
        "=",
        "?",
        "---",
        "...",
        "\u00e4\u4e2d",
        "\ud83d\ude00",
        "a\u00a0b"
      })
  void any_line_of_text_survives_both_forms(String text) {
    ClusterPlan plan = ClusterPlan.builder()
        .name("prod")
        .addGuest(Vm.builder().vmid(Vmid.of(200)).name("web").description(text).build())
        .build();

    assertThat(PlanFormat.JSON.read(PlanFormat.JSON.write(plan))).isEqualTo(plan);
    assertThat(PlanFormat.YAML.read(PlanFormat.YAML.write(plan))).isEqualTo(plan);
  }

  @Test
  void a_plan_of_more_than_three_million_characters_reads_back() {
    ClusterPlan.Builder plan = ClusterPlan.builder().name("prod");
    for (int vmid = 100; vmid < 3_500; vmid++) {
      plan.addGuest(Vm.builder()
          .vmid(Vmid.of(vmid))
          .name("web")
          .description("x".repeat(1024))
          .build());
    }
    ClusterPlan large = plan.build();

    String text = PlanFormat.YAML.write(large);

    assertThat(text.length()).isGreaterThan(3 << 20);
    assertThat(PlanFormat.YAML.read(text)).isEqualTo(large);
  }

  @Test
  void the_plan_with_everything_has_every_field_of_every_type() {
    JsonNode tree = MAPPER.readTree(PlanFormat.JSON.write(EverythingPlan.plan()));
    Map<Set<String>, Set<String>> seenByKnown =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (ObjectNode each : objects(tree)) {
      seenByKnown
          .computeIfAbsent(knownFields(tree, each), known -> new TreeSet<>())
          .addAll(each.propertyNames());
    }

    seenByKnown.forEach((known, seen) -> {
      seen.remove("kind");
      assertThat(seen).isEqualTo(known);
    });
    assertThat(seenByKnown).hasSize(104);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/guests", "/nodes/0/interfaces", "/storages", "/sdn/zones"})
  void the_plan_with_everything_has_every_kind(String list) {
    JsonNode tree = MAPPER.readTree(PlanFormat.JSON.write(EverythingPlan.plan()));
    Set<String> seen = new TreeSet<>(tree.at(list).findValuesAsString("kind"));
    ((ObjectNode) tree.at(list).get(0)).put("kind", "?");

    List<String> kinds = advice(tree, "Write one of: ");

    assertThat(seen).containsExactlyInAnyOrderElementsOf(kinds);
  }

  private static Set<String> knownFields(JsonNode tree, ObjectNode object) {
    object.put("no-such-field", 1);
    Set<String> known = new TreeSet<>(advice(tree, "Use one of: "));
    object.remove("no-such-field");
    return known;
  }

  private static List<String> advice(JsonNode tree, String start) {
    String advice = PlanReaderTest.refused(PlanFormat.JSON, tree.toString())
        .problems()
        .get(0)
        .advice();
    assertThat(advice).startsWith(start).endsWith(".");
    return List.of(advice.substring(start.length(), advice.length() - 1).split(", "));
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> found = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
