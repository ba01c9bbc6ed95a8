package io.pveplan.model.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.Visible;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says in the words of a plan what Jackson found wrong. */
final class Misread {

  private static final int LONGEST_SHOWN = 60;

  private static final Pattern MISSING = Pattern.compile(
      ".*(?:some of required attributes are not set \\[([^]]*)\\]"
          + "|Missing required creator property '([^']*)').*",
      Pattern.DOTALL);

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class, OptionalInt.class);

  private Misread() {}

  /** The refused value behind a refusal by Jackson. */
  static Optional<InvalidValueException> invalidValue(Throwable refused) {
    for (Throwable each = refused; each != null; each = each.getCause()) {
      if (each instanceof InvalidValueException invalid) {
        return Optional.of(invalid);
      }
    }
    return Optional.empty();
  }

  /** The fields that an object has to have and has not. */
  static Set<String> missingFields(JacksonException refused) {
    Matcher missing = MISSING.matcher(String.valueOf(refused.getOriginalMessage()));
    if (!missing.matches()) {
      return Set.of();
    }
    String names = missing.group(1) == null ? missing.group(2) : missing.group(1);
    return new TreeSet<>(List.of(names.split(", ")));
  }

  static PlanProblem missing(String place, Set<String> fields) {
    return problem(
        place,
        (fields.size() == 1 ? "a field is missing: " : "fields are missing: ")
            + String.join(", ", fields),
        fields.size() == 1 ? "Write it." : "Write them.");
  }

  static PlanProblem unknown(String place, PropertyBindingException unknown) {
    String known = unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .filter(name -> !name.equals("declaredAt"))
        .sorted()
        .collect(Collectors.joining(", "));
    return problem(
        place,
        "there is no field \"" + Visible.ascii(unknown.getPropertyName()) + "\" here",
        "Use one of: " + known + ".");
  }

  static PlanProblem kind(String place, JsonNode value, InvalidTypeIdException refused) {
    if (!value.isObject()) {
      return wrong(place, value, "an object");
    }
    if (!value.has("kind")) {
      return missing(place, Set.of("kind"));
    }
    JsonSubTypes kinds = refused.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
    return wrong(
        place + ".kind",
        value.get("kind"),
        Arrays.stream(kinds.value())
            .map(kind -> kind.value().getAnnotation(JsonTypeName.class).value())
            .collect(Collectors.joining(", ", "one of: ", "")));
  }

  static PlanProblem value(String place, JsonNode value, JacksonException refused) {
    Class<?> target = target(refused);
    boolean number = isNumber(target);
    if (number && value.isIntegralNumber()) {
      return wrong(place, value, "a number with fewer digits");
    }
    return wrong(place, value, number ? "a whole number" : form(target));
  }

  private static Class<?> target(JacksonException refused) {
    Class<?> target = Object.class;
    if (refused instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      target = mismatch.getTargetType();
    } else if (refused instanceof InputCoercionException overflow) {
      target = overflow.getTargetType();
    }
    return target;
  }

  private static boolean isNumber(Class<?> target) {
    return NUMBERS.contains(target)
        || target.isRecord()
            && target.getRecordComponents().length == 1
            && target.getRecordComponents()[0].getType() == int.class;
  }

  private static String form(Class<?> target) {
    if (target == boolean.class || target == Boolean.class) {
      return "true or false";
    }
    if (target.isEnum()) {
      return Arrays.stream(target.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of: ", ""));
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "a list";
    }
    if (target == Duration.class) {
      return "a duration such as PT15M or PT1H (ISO 8601)";
    }
    if (target == LocalDate.class) {
      return "a day such as 2027-01-31 (ISO 8601)";
    }
    return isText(target) ? "text in quotes" : "an object";
  }

  private static boolean isText(Class<?> target) {
    return target == String.class
        || Arrays.stream(target.getMethods())
            .anyMatch(method -> method.getName().equals("parse"));
  }

  private static PlanProblem wrong(String place, JsonNode value, String form) {
    String text = value.toString();
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
    String shown = end < text.length() ? text.substring(0, end) + "..." : text;
    return problem(place, Visible.ascii(shown) + " can not stand here", "Write " + form + ".");
  }

  static PlanProblem problem(String place, String message, String advice) {
    return new PlanProblem(PlanPath.of(place), message, advice, Optional.empty(), Optional.empty());
  }
}
