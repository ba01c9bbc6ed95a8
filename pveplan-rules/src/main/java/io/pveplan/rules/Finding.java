package io.pveplan.rules;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.Visible;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is questionable in a plan.
 *
 * @param ruleId id of the rule that reports it
 * @param severity severity in the rule book of this check
 * @param subject where in the plan
 * @param message what is the case here, one line
 * @param evidence what the judgement rests on, as data, in the order of the rule: text, numbers,
 *     booleans, lists and maps of these
 * @param remedy what to change, one line
 * @param sources where the rule is written
 * @param declaredAt the line of user code, absent for a plan that was read from a file
 * @since 0.1
 */
public record Finding(
    String ruleId,
    Severity severity,
    PlanPath subject,
    String message,
    Map<String, Object> evidence,
    String remedy,
    List<String> sources,
    Optional<Origin> declaredAt) {

  /** Worst first, then by rule, then by subject. */
  static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
      .reversed()
      .thenComparing(Finding::ruleId)
      .thenComparing(Finding::subject);

  /**
   * Refuses absent parts and makes control characters in the texts visible.
   *
   * @param ruleId id of the rule that reports it
   * @param severity severity in the rule book of this check
   * @param subject where in the plan
   * @param message what is the case here, one line
   * @param evidence what the judgement rests on, as data, in the order of the rule: text, numbers,
   *     booleans, lists and maps of these
   * @param remedy what to change, one line
   * @param sources where the rule is written
   * @param declaredAt the line of user code, absent for a plan that was read from a file
   */
  public Finding {
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(subject, "subject");
    message = Visible.text(message);
    evidence =
        evidence.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    remedy = Visible.text(remedy);
    sources = List.copyOf(sources);
    Objects.requireNonNull(declaredAt, "declaredAt");
  }

  /**
   * {@return rule and subject, {@code NET-003[corosync/link0]}; unique in a report, without
   * wording}
   */
  public String key() {
    return ruleId + "[" + subject + "]";
  }
}
