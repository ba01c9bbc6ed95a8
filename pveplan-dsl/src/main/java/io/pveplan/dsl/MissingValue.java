package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A null that user code gave to the DSL, as a refused value. */
final class MissingValue {

  private static final Pattern NAMED_BY_JAVA = Pattern.compile("because \"(\\w+)\" is null$");
  private static final Pattern NAMED_BY_DSL = Pattern.compile("\\w+");

  private MissingValue() {}

  /**
   * What is missing.
   *
   * @throws NullPointerException the given one, if user code is what failed
   */
  static InvalidValueException of(NullPointerException absent) {
    if (!CallSite.isInside(absent)) {
      throw absent;
    }
    return new InvalidValueException(
        name(String.valueOf(absent.getMessage())) + " is null",
        "Pass what is meant, or leave out the call.");
  }

  private static String name(String message) {
    Matcher named = NAMED_BY_JAVA.matcher(message);
    if (named.find()) {
      return named.group(1);
    }
    return NAMED_BY_DSL.matcher(message).matches() && !message.equals("null") ? message : "a value";
  }
}
