package io.pveplan.rules;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a rule is about, in words.
 *
 * <p>Texts flow: line breaks and repeated blanks count as one blank.
 *
 * @param id two to eight capital letters, a dash and three digits, for example {@code NET-003}
 * @param severity how bad a finding is, unless the rule book or the finding says otherwise
 * @param summary what is the case when the rule reports, as a sentence without a final period
 * @param why what goes wrong because of it; empty if it is not said
 * @param remedy what to change, as a sentence
 * @param sources where it is written; empty if it is not said
 * @param since version that brought the rule; empty if it is not said
 * @since 0.1
 */
public record RuleDescription(
    String id,
    Severity severity,
    String summary,
    String why,
    String remedy,
    List<String> sources,
    String since) {

  private static final Pattern ID = Pattern.compile("[A-Z]{2,8}-[0-9]{3}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * Refuses an id of another form ({@code net-3}) and an empty summary or remedy.
   *
   * @param id two to eight capital letters, a dash and three digits, for example {@code NET-003}
   * @param severity how bad a finding is, unless the rule book or the finding says otherwise
   * @param summary what is the case when the rule reports, as a sentence without a final period
   * @param why what goes wrong because of it; empty if it is not said
   * @param remedy what to change, as a sentence
   * @param sources where it is written; empty if it is not said
   * @param since version that brought the rule; empty if it is not said
   * @throws IllegalArgumentException if one of them is refused
   */
  public RuleDescription {
    requireId(id);
    Objects.requireNonNull(severity, "severity");
    summary = filled(id, "summary", summary);
    why = flowing(why);
    remedy = filled(id, "remedy", remedy);
    sources = sources.stream().map(RuleDescription::flowing).toList();
    since = flowing(since);
  }

  /**
   * Reads the {@link RuleInfo} of a rule class.
   *
   * @param rule class that carries the annotation itself
   * @return the texts of the annotation
   * @throws IllegalArgumentException if there is no annotation, or one of its texts is refused
   */
  public static RuleDescription of(Class<? extends Rule> rule) {
    RuleInfo info = rule.getAnnotation(RuleInfo.class);
    if (info == null) {
      throw new IllegalArgumentException(
          rule.getName() + " has no @RuleInfo; annotate the class, or override description()");
    }
    try {
      return new RuleDescription(
          info.id(),
          info.severity(),
          info.summary(),
          info.why(),
          info.remedy(),
          List.of(info.sources()),
          info.since());
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(rule.getName() + ": " + refused.getMessage(), refused);
    }
  }

  /**
   * Refuses an id of another form than {@code NET-003}.
   *
   * @param id id of a rule
   * @throws IllegalArgumentException if it is refused
   */
  public static void requireId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("rule id \"" + id
          + "\" is not two to eight capital letters, a dash and three digits, as in ACME-001");
    }
  }

  private static String filled(String id, String what, String text) {
    String flowing = flowing(text);
    if (flowing.isEmpty()) {
      throw new IllegalArgumentException("rule " + id + " has no " + what);
    }
    return flowing;
  }

  private static String flowing(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
