package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import java.util.regex.Pattern;

/** Forms of values that only cloud-init has. */
enum CloudInitForm {
  TIME_ZONE(
      "a time zone",
      "UTC|[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z0-9_+-]{1,30}){1,2}",
      "Write an area and a place, for example Europe/Vienna, or UTC."),
  LOCALE(
      "a locale",
      "(?:C|POSIX|[a-z]{2,3}_[A-Z]{2})(?:\\.[A-Za-z0-9-]{1,20})?(?:@[a-z]{1,20})?",
      "Write language, country and character set, for example de_AT.UTF-8."),
  FILE_MODE("a file mode", "0?[0-7]{3,4}", "Write three or four octal digits, for example 0644."),
  FILE_OWNER(
      "the owner of a file",
      "[a-z_][a-z0-9_-]{0,31}(?::[a-z_][a-z0-9_-]{0,31})?",
      "Write a user, or user and group, for example root:adm.");

  // A line end in YAML 1.1 and text in YAML 1.2, halves of surrogate pairs, and what no text has.
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{FEFF}\\x{FFFE}\\x{FFFF}&&[^\\n\\t]]");

  private final String description;
  private final Pattern form;
  private final String advice;

  CloudInitForm(String description, String form, String advice) {
    this.description = description;
    this.form = Pattern.compile(form);
    this.advice = advice;
  }

  String require(String value) {
    if (!form.matcher(value).matches()) {
      throw new InvalidValueException(
          '"' + Visible.ascii(value) + "\" is not " + description, advice);
    }
    return value;
  }

  static String requireText(String what, String text) {
    if (UNWRITABLE.matcher(text).find()) {
      throw new InvalidValueException(
          what + " has a character that YAML can not tell for sure",
          "Use newlines as line ends and no control characters but tabs.");
    }
    return text;
  }
}
