package io.pveplan.model.json;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.ResolvedPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a plan and collects what is wrong with it.
 *
 * <p>Jackson stops at the first trouble. So the reader notes it, takes the offending value out of
 * the tree and reads again, until the rest reads or nothing is left that could be taken out.
 */
final class PlanReader {

  // A text with more trouble than this is not a plan with mistakes but something else.
  private static final int MOST_PROBLEMS = 50;

  private final ObjectMapper mapper;
  private final Set<PlanProblem> problems = new LinkedHashSet<>();
  private final Set<String> pruned = new LinkedHashSet<>();

  PlanReader(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  ClusterPlan read(String text) {
    JsonNode tree = tree(text);
    while (problems.size() < MOST_PROBLEMS) {
      try {
        ClusterPlan plan = mapper.treeToValue(tree, ClusterPlan.class);
        return finish(plan);
      } catch (JacksonException refused) {
        if (!takeOut(tree, refused)) {
          break;
        }
      }
    }
    throw new PlanDefinitionException(new ArrayList<>(problems));
  }

  private JsonNode tree(String text) {
    try {
      JsonNode tree = mapper.readTree(text);
      if (tree instanceof ObjectNode) {
        return tree;
      }
      throw new PlanDefinitionException(
          List.of(problem("", "the text is not an object", "Write a plan as one object.")));
    } catch (StreamReadException broken) {
      String where =
          broken.getLocation() == null ? "" : " in line " + broken.getLocation().getLineNr();
      throw new PlanDefinitionException(List.of(problem(
          "", broken.getOriginalMessage() + where, "Mend the text so that it can be read.")));
    }
  }

  private ClusterPlan finish(ClusterPlan plan) {
    try {
      ResolvedPlan.of(plan);
    } catch (PlanDefinitionException refused) {
      // What was taken out may be what a reference is missing now.
      if (problems.isEmpty()) {
        throw refused;
      }
      refused.problems().stream().filter(problem -> pruned.isEmpty()).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new PlanDefinitionException(new ArrayList<>(problems));
    }
    return plan;
  }

  private boolean takeOut(JsonNode tree, JacksonException refused) {
    List<Object> path = path(refused);
    if (!consequence(path, refused)) {
      problems.add(describe(tree, path, refused));
    }
    return prune(tree, path);
  }

  // An object that lacks what was just taken out of it is not a second problem.
  private boolean consequence(List<Object> path, JacksonException refused) {
    String place = text(path);
    return refused.getOriginalMessage().contains("some of required attributes are not set")
        && pruned.stream().anyMatch(gone -> gone.startsWith(place) && !gone.equals(place));
  }

  private static List<Object> path(JacksonException refused) {
    List<Object> path = new ArrayList<>();
    for (JacksonException.Reference step : refused.getPath()) {
      path.add(step.getPropertyName() != null ? step.getPropertyName() : (Object) step.getIndex());
    }
    return path;
  }

  private static String text(List<Object> path) {
    return path.stream()
        .map(step -> step instanceof Integer index ? "[" + index + "]" : "." + step)
        .collect(Collectors.joining());
  }

  private PlanProblem describe(JsonNode tree, List<Object> path, JacksonException refused) {
    String place = text(path);
    Optional<InvalidValueException> invalid = invalid(refused);
    if (invalid.isPresent()) {
      return PlanProblem.of(at(place), invalid.get(), Optional.empty());
    }
    if (refused instanceof UnrecognizedPropertyException unknown) {
      String known = unknown.getKnownPropertyIds().stream()
          .map(String::valueOf)
          .filter(name -> !name.equals("declaredAt"))
          .sorted()
          .collect(Collectors.joining(", "));
      return problem(
          place,
          "there is no field \"" + unknown.getPropertyName() + "\" here",
          "Use one of: " + known + ".");
    }
    String message = refused.getOriginalMessage();
    int missing = message.indexOf("some of required attributes are not set");
    if (missing >= 0) {
      String names = message.substring(message.indexOf('[', missing));
      return problem(place, "fields are missing: " + names, "Write them.");
    }
    JsonNode value = get(tree, path);
    return problem(
        place,
        (value == null ? "the value" : value.toString()) + " can not stand here",
        "Write a value of the kind this field takes: " + firstLine(message) + ".");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static Optional<InvalidValueException> invalid(Throwable refused) {
    for (Throwable each = refused; each != null; each = each.getCause()) {
      if (each instanceof InvalidValueException invalid) {
        return Optional.of(invalid);
      }
    }
    return Optional.empty();
  }

  private static PlanPath at(String place) {
    return PlanPath.of("plan" + place);
  }

  private static PlanProblem problem(String place, String message, String advice) {
    return new PlanProblem(at(place), message, advice, Optional.empty(), Optional.empty());
  }

  private static JsonNode get(JsonNode tree, List<Object> path) {
    JsonNode node = tree;
    for (Object step : path) {
      if (node == null) {
        return null;
      }
      node = step instanceof Integer index ? node.get(index) : node.get((String) step);
    }
    return node;
  }

  private boolean prune(JsonNode tree, List<Object> path) {
    if (path.isEmpty()) {
      return false;
    }
    JsonNode parent = get(tree, path.subList(0, path.size() - 1));
    Object last = path.get(path.size() - 1);
    pruned.add(text(path));
    if (parent instanceof ObjectNode object) {
      return object.remove((String) last) != null;
    }
    if (parent instanceof ArrayNode array && last instanceof Integer index) {
      return array.remove(index) != null;
    }
    return false;
  }
}
