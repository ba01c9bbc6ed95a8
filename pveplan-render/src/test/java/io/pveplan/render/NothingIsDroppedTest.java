package io.pveplan.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes each value of a plan that uses everything, and expects another runbook or another file: a
 * field that changes nothing was dropped. {@code plan.json} is left out, it has every field.
 */
class NothingIsDroppedTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Renderers RENDERERS = Renderers.standard().without("plan");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  // Fields that nobody has to act on.
  private static final Map<String, String> WITHOUT_A_PLACE = Map.of(
      "/guests/changeRate",
      "what LOC-034 and LOC-036 reckon with, nothing to set",
      "/guests/dirtyRate",
      "what MIG-021 reckons with, nothing to set",
      "/guests/mustRun",
      "a promise that CAP-012 holds the plan to, nothing to set",
      "/guests/rpo",
      "a promise that LOC-034 holds the plan to, nothing to set",
      "/guests/rto",
      "a promise that CAP-017 holds the plan to, nothing to set",
      "/guests/snapshots",
      "what SHR-006 and SHR-007 hold the plan to, nothing to set",
      "/nodes/hostReserve",
      "what the rules of capacity reckon with, nothing to set",
      "/nodes/interfaces/kind",
      "ovs-int-port is OVSIntPort in the file",
      "/nodes/number",
      "what the addresses of the node were made of, and they are there");
  private static final Map<String, String> ONLY_A_SOURCE = Map.of(
      "/guests/cloudInit/ipConfigs/address/network",
      "gives the address its gateway, and nothing where it has one",
      "/guests/ipConfigs/address/network",
      "gives the address its gateway, and nothing where it has one");
  private static final Map<String, String> NOT_IN_SCRIPTS =
      Map.of("/guests/fleet", "scripts make the guests of a fleet one by one");
  private static final Map<String, String> NOT_IN_TERRAFORM =
      Map.of("/guests/rootfs/slot", "the block of the root file system has no slot");

  @Test
  void each_field_of_a_plan_is_in_a_file_or_in_the_runbook() {
    ObjectNode plan = everything();
    plan.remove("terraform");

    // What no script makes is in the runbook with all that is said of it.
    Set<String> expected = new TreeSet<>(WITHOUT_A_PLACE.keySet());
    expected.add("/guests/ipConfigs/address/network");
    expected.addAll(NOT_IN_SCRIPTS.keySet());
    assertThat(dropped(plan, List.copyOf(plan.propertyNames()))).isEqualTo(expected);
  }

  @Test
  void each_field_of_a_guest_is_there_when_a_script_makes_the_guest() {
    ObjectNode plan = everything();
    plan.remove("terraform");
    ((ObjectNode) plan.at("/guests/0")).put("node", "pve1");
    assertThat(outcome(plan).orElseThrow().rendered())
        .contains("qm create 9000", "qm clone 9000 200", "pct create 300");

    Set<String> expected = ofGuests(ONLY_A_SOURCE.keySet());
    expected.addAll(NOT_IN_SCRIPTS.keySet());
    assertThat(dropped(plan, List.of("guests"))).isEqualTo(expected);
  }

  @Test
  void each_field_of_a_guest_is_there_when_terraform_makes_the_guest() {
    ObjectNode plan = everything();
    plan.get("storages").forEach(storage -> ((ObjectNode) storage).put("disabled", false));
    // Telmate can not have these, and then no module does.
    ((ObjectNode) plan.get("terraform")).putArray("providers").add("bpg");
    // Of these a clone has those of its template, or a script makes it.
    ((ObjectNode) plan.at("/guests/0")).put("scsihw", "virtio-scsi-pci");
    ((ObjectNode) plan.at("/guests/0/disks/0")).put("slot", "virtio0");
    assertThat(outcome(plan).orElseThrow().rendered())
        .contains("resource \"proxmox_virtual_environment_vm\" \"web__fleet\"");

    Set<String> expected = ofGuests(ONLY_A_SOURCE.keySet());
    expected.addAll(NOT_IN_TERRAFORM.keySet());
    assertThat(dropped(plan, List.of("guests"))).isEqualTo(expected);
  }

  private static Set<String> ofGuests(Set<String> more) {
    Set<String> fields = new TreeSet<>(WITHOUT_A_PLACE.keySet());
    fields.removeIf(field -> !field.startsWith("/guests"));
    fields.addAll(more);
    return fields;
  }

  @Test
  void the_plan_has_every_field_of_every_type() {
    ObjectNode plan = everything();
    List<ObjectNode> objects = objects(plan);
    Map<String, Set<String>> seenByMessage = new TreeMap<>();
    for (int number = 0; number < objects.size(); number++) {
      Set<String> seen = new TreeSet<>(objects.get(number).propertyNames());
      seen.remove("kind");
      String unknown = "no-such-field-" + number;
      seenByMessage.put("there is no field \"" + unknown + "\" here", seen);
      objects.get(number).put(unknown, 1);
    }

    // All are told at once, so one reading shows what each object may have.
    Map<Set<String>, Set<String>> seenByKnown = new HashMap<>();
    for (PlanProblem problem : problems(plan)) {
      seenByKnown
          .computeIfAbsent(known(problem), key -> new TreeSet<>())
          .addAll(seenByMessage.remove(problem.message()));
    }

    assertThat(seenByMessage).isEmpty();
    assertThat(seenByKnown).allSatisfy((known, seen) -> assertThat(seen).isEqualTo(known));
  }

  private static Set<String> known(PlanProblem problem) {
    String advice = problem.advice();
    assertThat(advice).startsWith("Use one of: ").endsWith(".");
    String fields = advice.substring("Use one of: ".length(), advice.length() - 1);
    return new TreeSet<>(Set.of(fields.split(", ")));
  }

  private static List<PlanProblem> problems(JsonNode plan) {
    try {
      PlanFormat.JSON.read(plan.toString());
    } catch (PlanDefinitionException refused) {
      return refused.problems();
    }
    throw new AssertionError("fields nobody knows were read");
  }

  private static ObjectNode everything() {
    try (InputStream text = NothingIsDroppedTest.class.getResourceAsStream("/everything.json")) {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  // The parts of a plan have no field in common, so each is walked through by itself.
  private static Set<String> dropped(ObjectNode plan, List<String> parts) {
    Outcome usual = outcome(plan).orElseThrow();
    return parts.parallelStream()
        .flatMap(part -> new Walk(plan.deepCopy(), usual).through(part).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static final class Walk {

    private final ObjectNode plan;
    private final Outcome usual;
    private final Set<String> told = new TreeSet<>();
    private final Set<String> dropped = new TreeSet<>();
    private final Set<String> required = new HashSet<>();

    Walk(ObjectNode plan, Outcome usual) {
      this.plan = plan;
      this.usual = usual;
    }

    /** The fields below a field of the plan that change nothing. */
    Set<String> through(String name) {
      through(plan, "", name);
      return dropped;
    }

    private void through(ObjectNode object, String field, String name) {
      // What holds for one kind of storage does not for another.
      String kind = object.path("kind").asString("");
      JsonNode value = object.get(name);
      if (!value.isContainer()) {
        look(field + "/" + name, kind, value, changes(value, plan.findValues(name)), it -> {
          object.remove(name);
          it.ifPresent(other -> object.set(name, other));
        });
      }
      object.set(name, value);
      through(value, field + "/" + name);
    }

    private void through(JsonNode part, String field) {
      if (part instanceof ObjectNode object) {
        List.copyOf(object.propertyNames()).forEach(name -> through(object, field, name));
      } else if (part instanceof ArrayNode array) {
        List<JsonNode> values = array.valueStream().toList();
        for (int i = 0; i < values.size(); i++) {
          int at = i;
          JsonNode value = values.get(i);
          if (!value.isContainer()) {
            look(field, "", value, changes(value, List.of()), it -> {
              array.removeAll().addAll(values);
              array.remove(at);
              it.ifPresent(other -> array.insert(at, other));
            });
          }
          array.removeAll().addAll(values);
          through(value, field);
        }
      }
    }

    private void look(
        String field,
        String kind,
        JsonNode value,
        List<Optional<JsonNode>> changes,
        Consumer<Optional<JsonNode>> apply) {
      if (told.contains(kind + field)) {
        return;
      }
      // What one object has to have another one mostly has to have too: that is tried last.
      String name = field.substring(field.lastIndexOf('/') + 1);
      if (required.contains(name)) {
        changes.add(changes.remove(0));
      }
      boolean changeable = false;
      for (Optional<JsonNode> change : changes) {
        apply.accept(change);
        Optional<Outcome> other = outcome(plan);
        if (change.isEmpty() && other.isEmpty()) {
          required.add(name);
        }
        if (other.isPresent() && !other.get().rendered().equals(usual.rendered())) {
          told.add(kind + field);
          return;
        }
        changeable |= other.isPresent() && !other.get().plan().equals(usual.plan());
      }
      // What can not be changed by itself, a reference for example, is looked for.
      if (changeable || !value.isBoolean() && !usual.rendered().contains(value.asString())) {
        dropped.add(field);
      }
    }
  }

  /** Other values, of which some can not exist; the first one is none at all. */
  private static List<Optional<JsonNode>> changes(JsonNode value, List<JsonNode> elsewhere) {
    List<Optional<JsonNode>> changes = new ArrayList<>();
    changes.add(Optional.empty());
    if (value.isBoolean()) {
      changes.add(Optional.of(NODES.booleanNode(!value.asBoolean())));
    } else if (value.isNumber()) {
      changes.add(Optional.of(NODES.numberNode(value.asLong() + 1)));
      changes.add(Optional.of(NODES.numberNode(value.asLong() - 1)));
    } else {
      String text = value.asString();
      changes.add(Optional.of(NODES.stringNode(text + "2")));
      elsewhere.stream()
          .filter(it -> it.isString() && !it.equals(value))
          .distinct()
          .limit(3)
          .forEach(it -> changes.add(Optional.of(it)));
    }
    return changes;
  }

  private record Outcome(ClusterPlan plan, String rendered) {}

  private static Optional<Outcome> outcome(JsonNode tree) {
    try {
      ResolvedPlan plan = ResolvedPlan.of(PlanFormat.JSON.read(tree.toString()));
      Map<String, String> files = new TreeMap<>(RENDERERS.render(plan).toMap());
      files.remove("MANIFEST.json");
      return Optional.of(new Outcome(plan.plan(), files.toString()));
    } catch (PlanDefinitionException refused) {
      return Optional.empty();
    }
  }

  private static List<ObjectNode> objects(JsonNode part) {
    List<ObjectNode> found = new ArrayList<>();
    if (part instanceof ObjectNode object) {
      found.add(object);
    }
    part.forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
