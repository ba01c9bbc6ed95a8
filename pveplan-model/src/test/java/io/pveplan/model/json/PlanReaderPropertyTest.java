package io.pveplan.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.EverythingPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Any text is a plan or is refused with reasons; nothing else gets out of the reader. */
class PlanReaderPropertyTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String JSON = PlanFormat.JSON.write(EverythingPlan.plan());
  private static final String YAML = PlanFormat.YAML.write(EverythingPlan.plan());

  private static final List<String> VALUES = List.of(
      "null",
      "true",
      "0",
      "-1",
      "1.5",
      "1e99",
      "99999999999999999999",
      "\"\"",
      "\"a\"",
      "\"a b\"",
      "\"a\\nb\"",
      "\"$(id)\"",
      "\"${x}\"",
      "\"\\ud800\"",
      "\"10.0.0.1/24\"",
      "\"pve1\"",
      "99",
      "200",
      "4095",
      "[]",
      "{}",
      "[null]",
      "[1, \"x\"]",
      "{\"kind\": \"vm\"}",
      "{\"kind\": 5}",
      "{\"name\": \"x\"}",
      "{\"guest\": 200}",
      "[[[]]]");

  @Property(tries = 300, seed = "20260101")
  void a_changed_plan_is_read_or_refused(@ForAll long seed) {
    JsonNode tree = MAPPER.readTree(JSON);
    Random random = new Random(seed);
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(tree, random);
    }

    requireAnswer(PlanFormat.JSON, tree.toString());
  }

  @Property(tries = 200, seed = "20260102")
  void cut_and_mixed_json_is_read_or_refused(@ForAll long seed) {
    requireAnswer(PlanFormat.JSON, scrambled(JSON, new Random(seed)));
  }

  @Property(tries = 200, seed = "20260103")
  void cut_and_mixed_yaml_is_read_or_refused(@ForAll long seed) {
    requireAnswer(PlanFormat.YAML, scrambled(YAML, new Random(seed)));
  }

  @Property(tries = 400, seed = "20260104")
  void any_text_is_read_or_refused(@ForAll("texts") String text, @ForAll PlanFormat format) {
    requireAnswer(format, text);
  }

  private static void requireAnswer(PlanFormat format, String text) {
    try {
      ClusterPlan plan = format.read(text);
      assertThat(format.read(format.write(plan))).isEqualTo(plan);
      ResolvedPlan.of(plan);
    } catch (PlanDefinitionException refused) {
      assertThat(refused.problems()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(refused.problems()).allSatisfy(PlanReaderPropertyTest::requireReadable);
    }
  }

  private static void requireReadable(PlanProblem problem) {
    assertThat(problem.toString().lines()).hasSize(2);
    assertThat(problem.advice()).endsWith(".");
    assertThat(problem.message() + problem.advice())
        .doesNotContain("io.pveplan", "java.", "jackson", "Immutable");
  }

  private static void change(JsonNode tree, Random random) {
    List<JsonNode> holders = new ArrayList<>();
    collect(tree, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    JsonNode value = MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
    if (holder instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.insert(random.nextInt(array.size() + 1), value);
      } else if (random.nextBoolean()) {
        array.set(random.nextInt(array.size()), value);
      } else {
        array.remove(random.nextInt(array.size()));
      }
    } else if (holder instanceof ObjectNode object) {
      List<String> fields = new ArrayList<>(object.propertyNames());
      String field = fields.isEmpty() || random.nextInt(8) == 0
          ? "odd"
          : fields.get(random.nextInt(fields.size()));
      if (random.nextInt(3) == 0) {
        object.remove(field);
      } else {
        object.set(field, value);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainer()) {
      holders.add(node);
    }
    node.forEach(child -> collect(child, holders));
  }

  private static String scrambled(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int from = random.nextInt(out.length());
      int to = Math.min(out.length(), from + random.nextInt(40));
      if (random.nextBoolean()) {
        out.delete(from, to);
      } else {
        out.insert(random.nextInt(out.length()), out.substring(from, to));
      }
    }
    return out.toString();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.of(
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "- ",
        "\n",
        "  ",
        "\t",
        "&a ",
        "*a",
        "!!str ",
        "|",
        ">",
        "# ",
        "---",
        "...",
        "%YAML 1.1",
        "<<: ",
        "name",
        "prod",
        "guests",
        "vmid",
        "200",
        "kind",
        "vm",
        "null",
        "~",
        "\\u0000",
        "\u0000",
        "\u2028",
        "\ud83d\ude00",
        "\ufeff",
        "1e9999",
        "-");
    return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
  }
}
