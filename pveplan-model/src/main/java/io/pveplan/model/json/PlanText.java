package io.pveplan.model.json;

import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads text into a tree; what is no JSON or YAML ends here. */
final class PlanText {

  private static final String MEND = "Mend the text so that it can be read.";

  private static final Pattern MARK =
      Pattern.compile("^ in reader, line ([0-9]+), column [0-9]+:$", Pattern.MULTILINE);

  private PlanText() {}

  static PlanTree tree(ObjectMapper mapper, String text) {
    try {
      refuseYamlExtras(mapper, text);
      JsonNode tree = mapper.readTree(text);
      if (tree instanceof ObjectNode object) {
        return new PlanTree(object);
      }
      throw refused("the text is not an object", "Write a plan as one object.");
    } catch (StreamConstraintsException beyond) {
      throw refused(
          "the text is nested deeper, or holds a longer value, than any plan" + line(beyond), MEND);
    } catch (MismatchedInputException more) {
      throw refused(
          "there is more text after the plan" + line(more), "Write one plan and nothing else.");
    } catch (JacksonException broken) {
      throw refused(message(broken) + line(broken), MEND);
    }
  }

  // Jackson reads an alias as the text of its name, and passes over tags: both would be a plan that
  // nobody wrote.
  private static void refuseYamlExtras(ObjectMapper mapper, String text) {
    try (JsonParser parser = mapper.createParser(text)) {
      if (!(parser instanceof YAMLParser yaml)) {
        return;
      }
      while (yaml.nextToken() != null) {
        String extra = yaml.isCurrentAlias() ? "an alias" : "a tag";
        if (yaml.isCurrentAlias() || yaml.getTypeId() != null) {
          throw refused(
              "there is " + extra + " in line " + yaml.currentTokenLocation().getLineNr(),
              "Write the value itself: a plan is YAML as far as JSON goes.");
        }
      }
    }
  }

  // The parser of YAML quotes the text in indented lines; the others say what is wrong.
  private static String message(JacksonException broken) {
    return broken
        .getOriginalMessage()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .collect(Collectors.joining(": "));
  }

  // Jackson tells where the token before began, the parser of YAML where the trouble is.
  private static String line(JacksonException broken) {
    Matcher marks = MARK.matcher(broken.getOriginalMessage());
    String line =
        marks.results().reduce((first, last) -> last).map(it -> it.group(1)).orElse("");
    TokenStreamLocation location = broken.getLocation();
    if (line.isEmpty() && location != null && location.getLineNr() > 0) {
      line = Integer.toString(location.getLineNr());
    }
    return line.isEmpty() ? "" : " in line " + line;
  }

  private static PlanDefinitionException refused(String message, String advice) {
    return new PlanDefinitionException(List.of(new PlanProblem(
        PlanPath.of(PlanTree.ROOT), message, advice, Optional.empty(), Optional.empty())));
  }
}
