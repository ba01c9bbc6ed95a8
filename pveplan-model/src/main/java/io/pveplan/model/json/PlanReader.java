package io.pveplan.model.json;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanIntegrity;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a plan and collects what is wrong with it.
 *
 * <p>Jackson stops at the first trouble. So the reader notes it, takes the offending value out of
 * the tree and reads again, first each part by itself and then the whole, until the rest reads; then
 * the parts of the rest are compared with each other.
 */
final class PlanReader {

  // A text with more trouble than this is not a plan with mistakes but something else.
  private static final int MOST_PROBLEMS = 1000;

  // Keeps the rest readable when the name is the trouble; such a plan never gets out of here.
  private static final String STAND_IN = "x";

  private static final String NAME = "name";

  private final ObjectMapper mapper;
  private final Set<PlanProblem> problems = new LinkedHashSet<>();

  PlanReader(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  ClusterPlan read(String text) {
    PlanTree tree = PlanText.tree(mapper, text);
    requireKnownVersion(tree);
    takeOutNulls(tree);
    boolean mended = true;
    while (mended && !tooMany()) {
      try {
        return finish(tree);
      } catch (JacksonException refused) {
        List<Object> path = path(refused);
        mended = mendParts(tree)
            || (path.isEmpty() ? mendRoot(tree, refused) : takeOut(tree, path, refused));
      }
    }
    throw refused();
  }

  private boolean tooMany() {
    return problems.size() > MOST_PROBLEMS;
  }

  private PlanDefinitionException refused() {
    List<PlanProblem> told =
        problems.stream().limit(MOST_PROBLEMS).collect(Collectors.toCollection(ArrayList::new));
    if (tooMany()) {
      told.add(Misread.problem(
          PlanTree.ROOT,
          "more is wrong than the " + MOST_PROBLEMS + " problems that are told",
          "Mend these, then read the text again."));
    }
    return new PlanDefinitionException(told);
  }

  // Reading the whole again for each of many mistakes would take the square of the time.
  private boolean mendParts(PlanTree tree) {
    boolean mended = false;
    for (String field : List.copyOf(tree.root().propertyNames())) {
      JsonNode value = tree.root().get(field);
      int index = 0;
      while (tree.root().get(field) == value && index < value.size() && value.isArray()) {
        boolean taken = !tooMany() && mend(tree, field, Optional.of(index), value.get(index));
        mended |= taken;
        index += taken ? 0 : 1;
      }
      while (tree.root().get(field) == value
          && !value.isArray()
          && !tooMany()
          && mend(tree, field, Optional.empty(), value)) {
        mended = true;
      }
    }
    return mended;
  }

  /** Whether a part of the plan can not be read, and something was taken out of it. */
  private boolean mend(PlanTree tree, String field, Optional<Integer> index, JsonNode part) {
    ObjectNode alone = mapper.createObjectNode().put(NAME, STAND_IN);
    alone.set(field, index.isPresent() ? mapper.createArrayNode().add(part) : part);
    try {
      mapper.treeToValue(alone, ClusterPlan.class);
      return false;
    } catch (JacksonException refused) {
      List<Object> path = path(refused);
      if (index.isPresent() && path.size() > 1) {
        path.set(1, index.get());
      }
      return !path.isEmpty() && takeOut(tree, path, refused);
    }
  }

  // Whatever else is different in another version is no mistake of its own.
  private static void requireKnownVersion(PlanTree tree) {
    JsonNode version = tree.root().path("formatVersion");
    if (version.isIntegralNumber() && version.asLong(0) != ClusterPlan.FORMAT_VERSION) {
      throw new PlanDefinitionException(List.of(Misread.problem(
          tree.place(List.of("formatVersion")),
          "formatVersion " + version + " is not known",
          "This library reads and writes version " + ClusterPlan.FORMAT_VERSION + ".")));
    }
  }

  private void takeOutNulls(PlanTree tree) {
    List<List<Object>> nulls = tree.nulls().stream()
        .limit(MOST_PROBLEMS + 1)
        .collect(Collectors.toCollection(ArrayList::new));
    for (List<Object> path : nulls) {
      problems.add(Misread.problem(
          tree.place(path), "null can not stand here", "Leave out what is not known."));
    }
    // From the end on, so that the others stay where they are.
    Collections.reverse(nulls);
    nulls.forEach(tree::remove);
  }

  private ClusterPlan finish(PlanTree tree) {
    ClusterPlan plan = mapper.treeToValue(tree.root(), ClusterPlan.class);
    if (tree.removeDependents()) {
      plan = mapper.treeToValue(tree.root(), ClusterPlan.class);
    }
    problems.addAll(PlanIntegrity.problems(plan, tree::mayHaveHeld, new Places(tree, plan)::of));
    if (!problems.isEmpty()) {
      throw new PlanDefinitionException(new ArrayList<>(problems));
    }
    return plan;
  }

  private boolean takeOut(PlanTree tree, List<Object> path, JacksonException refused) {
    Optional<JsonNode> value = tree.get(path);
    String place = tree.place(path);
    if (value.isEmpty() && path.size() > 1 && !Misread.missingFields(refused).isEmpty()) {
      return takeOut(tree, path.subList(0, path.size() - 1), refused);
    }
    if (value.isEmpty()) {
      problems.add(Misread.problem(place, "the value can not be read", "Write it anew."));
      return false;
    }
    if (refused instanceof PropertyBindingException unknown) {
      problems.add(Misread.unknown(place, unknown));
      return tree.removeUnknown(path);
    }
    problems.addAll(describe(tree, place, value.get(), refused));
    List<String> fields = refusedFields(value.get(), refused);
    fields.forEach(field -> tree.remove(with(path, field)));
    return !fields.isEmpty() || tree.remove(path);
  }

  // What else the object says is still read then.
  private static List<String> refusedFields(JsonNode value, JacksonException refused) {
    List<Optional<String>> fields = Misread.invalidValue(refused).stream()
        .flatMap(invalid -> invalid.all().stream())
        .map(InvalidValueException::field)
        .toList();
    boolean known = fields.stream().allMatch(field -> field.map(value::has).orElse(false));
    return known ? fields.stream().flatMap(Optional::stream).distinct().toList() : List.of();
  }

  private static List<Object> with(List<Object> path, String field) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(field);
    return longer;
  }

  /** The problems that a value makes; none when they only come of what was taken out before. */
  private static List<PlanProblem> describe(
      PlanTree tree, String place, JsonNode value, JacksonException refused) {
    Optional<InvalidValueException> invalid = Misread.invalidValue(refused);
    if (invalid.isPresent()) {
      return value instanceof ObjectNode && tree.lacksSomething(place)
          ? List.of()
          : problems(place, invalid.get());
    }
    Set<String> missing = Misread.missingFields(refused);
    if (!missing.isEmpty()) {
      missing.removeIf(field -> tree.lacks(place, field));
      return missing.isEmpty() ? List.of() : List.of(Misread.missing(place, missing));
    }
    return List.of(
        refused instanceof InvalidTypeIdException kind
            ? Misread.kind(place, value, kind)
            : Misread.value(place, value, refused));
  }

  private static List<PlanProblem> problems(String place, InvalidValueException refused) {
    return refused.all().stream()
        .map(fault -> problem(place + fault.field().map(it -> "." + it).orElse(""), fault))
        .toList();
  }

  private static PlanProblem problem(String place, InvalidValueException fault) {
    return PlanProblem.of(PlanPath.of(place), fault, Optional.empty());
  }

  // The plan as a whole can not be taken out: its fields are tried one by one.
  private boolean mendRoot(PlanTree tree, JacksonException refused) {
    if (!tree.root().has(NAME)) {
      if (!tree.lacks(PlanTree.ROOT, NAME)) {
        problems.add(Misread.missing(PlanTree.ROOT, Set.of(NAME)));
      }
      tree.root().put(NAME, STAND_IN);
      return true;
    }
    for (String field : List.copyOf(tree.root().propertyNames())) {
      Optional<InvalidValueException> invalid = refusal(field, tree.root().get(field));
      if (invalid.isPresent()) {
        List<Object> path = List.of(field);
        invalid.get().all().forEach(fault -> problems.add(problem(tree.place(path), fault)));
        return tree.remove(path);
      }
    }
    problems.add(Misread.value(PlanTree.ROOT, tree.root(), refused));
    return false;
  }

  private Optional<InvalidValueException> refusal(String field, JsonNode value) {
    ObjectNode alone = mapper.createObjectNode().put(NAME, STAND_IN);
    alone.set(field, value);
    try {
      mapper.treeToValue(alone, ClusterPlan.class);
      return Optional.empty();
    } catch (JacksonException refused) {
      return path(refused).isEmpty() ? Misread.invalidValue(refused) : Optional.empty();
    }
  }

  private static List<Object> path(JacksonException refused) {
    List<Object> path = new ArrayList<>();
    for (JacksonException.Reference step : refused.getPath()) {
      path.add(step.getPropertyName() != null ? step.getPropertyName() : (Object) step.getIndex());
    }
    return path;
  }
}
