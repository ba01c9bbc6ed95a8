package io.pveplan.rules.waiver;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Visible;
import io.pveplan.rules.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a waiver is for: a finding, what begins with a subject, a rule, or an area.
 *
 * @param text as it is written
 * @param scope id of the rule, or the area with its dash
 * @param subject the subject or its beginning; empty for all subjects
 * @param whole whether the subject is meant and not what is below it
 */
record WaiverKey(String text, String scope, String subject, boolean whole) {

  private static final Pattern FORM =
      Pattern.compile("([A-Z]{2,8}-)(?:([0-9]{3})(?:\\[(.+))?)?", Pattern.DOTALL);
  private static final Pattern BEGINNING =
      Pattern.compile("[A-Z]{2,8}-(?:[0-9]{3}(?![0-9])|(?![0-9]))");
  // Id and place as people write them, with a blank or in other brackets.
  private static final Pattern APART =
      Pattern.compile("([A-Z]{2,8}-[0-9]{3})[ :({\\[]+([^ \\[\\]]+?)[ :)}\\]]*");
  private static final String ADVICE =
      "Write a key as reports show it, NET-011[node/pve1/vmbr0], or its beginning up to a name:"
          + " NET-011[node/pve1, NET-011 or NET-.";

  static WaiverKey of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || "]".equals(form.group(3)) || !Visible.text(text).equals(text)) {
      throw new InvalidValueException("\"" + text + "\" is no key of a finding", advice(text));
    }
    if (form.group(1).equals(WaiverRules.AREA)) {
      throw new InvalidValueException(
          "\"" + text + "\" would waive what is said of waivers",
          "Mend or remove the waiver it is about, or switch the rule off in the rule book.");
    }
    if (form.group(2) == null) {
      return new WaiverKey(text, form.group(1), "", false);
    }
    String subject = form.group(3) == null ? "" : form.group(3);
    boolean whole = subject.endsWith("]");
    return new WaiverKey(
        text,
        form.group(1) + form.group(2),
        whole ? subject.substring(0, subject.length() - 1) : subject,
        whole);
  }

  private static String advice(String text) {
    Matcher apart = APART.matcher(text);
    if (apart.matches() && Visible.text(text).equals(text)) {
      return "Write " + apart.group(1) + "[" + apart.group(2) + "].";
    }
    return BEGINNING.matcher(text).lookingAt()
        ? ADVICE
        : "A key begins with the id of a rule: two to eight capital letters, a dash and three digits. "
            + ADVICE;
  }

  /** Whether it is for more than one rule. */
  boolean isArea() {
    return scope.endsWith("-");
  }

  boolean isFor(String ruleId) {
    return isArea() ? ruleId.startsWith(scope) : ruleId.equals(scope);
  }

  boolean matches(Finding finding) {
    return matches(finding.ruleId(), finding.subject().toString());
  }

  boolean matches(String ruleId, String place) {
    return isFor(ruleId) && matches(place);
  }

  // Names end at a slash: what is for node/pve1 is not for node/pve10.
  private boolean matches(String place) {
    if (whole) {
      return place.equals(subject);
    }
    return place.startsWith(subject)
        && (subject.isEmpty()
            || subject.endsWith("/")
            || place.length() == subject.length()
            || place.charAt(subject.length()) == '/');
  }
}
