package io.pveplan.rules;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.IllegalFormatException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding while its rule writes it; begun by {@link Findings#on}. Complete as soon as it {@link
 * #says} something.
 *
 * @since 0.1
 */
public final class FindingDraft {

  private final Findings findings;
  private final PlanPath subject;
  private Map<String, Object> evidence = Map.of();
  private String message = "";
  private String remedy;
  private Optional<Origin> declaredAt = Optional.empty();
  private Severity severity;

  FindingDraft(Findings findings, PlanPath subject) {
    this.findings = findings;
    this.subject = subject;
    this.remedy = findings.rule().remedy();
    this.severity = findings.severity();
  }

  /**
   * What is the case here, in one line, with the values in question.
   *
   * @param format format of {@link String#format}, or plain text if there are no arguments: {@code
   *     "%s is %d%% full"} with two arguments, {@code "it is 90% full"} with none
   * @param args values for the format, written the same in every country
   * @return this finding
   * @throws IllegalStateException if the format does not fit the arguments
   */
  public FindingDraft says(String format, Object... args) {
    findings.assertOpen();
    if (!message.isEmpty()) {
      throw new IllegalStateException("its finding on " + subject + " has two messages");
    }
    message = text("says", format, args);
    if (message.isBlank()) {
      throw new IllegalStateException("its finding on " + subject + " has an empty message");
    }
    return this;
  }

  /**
   * A fact the judgement rests on, for programs that read the report.
   *
   * <p>Numbers, booleans and text stay what they are, a list keeps its order, a set or map is
   * sorted unless it is sorted already, an {@code Optional} counts as its value or is left out;
   * anything else is written as its {@code toString()}.
   *
   * @param name name of the fact, once per finding
   * @param value the fact
   * @return this finding
   */
  public FindingDraft because(String name, Object value) {
    findings.assertOpen();
    if (evidence.isEmpty()) {
      evidence = new LinkedHashMap<>();
    }
    Optional<Object> plain = EvidenceValue.plain(value);
    if (plain.isPresent() && evidence.putIfAbsent(name, plain.get()) != null) {
      throw new IllegalStateException(
          "its finding on " + subject + " names the evidence " + name + " twice");
    }
    return this;
  }

  /**
   * How bad this finding is at most, for a case that is milder than what the rule is about. Without
   * it, and where the rule book makes the whole rule milder still, the severity of the rule holds.
   *
   * <pre>{@code
   * findings.on(vm.path()).says("%s is moved after cloning", vm.name()).atMost(INFO);
   * }</pre>
   *
   * @param limit the highest severity it may have
   * @return this finding
   */
  public FindingDraft atMost(Severity limit) {
    findings.assertOpen();
    if (severity.compareTo(limit) > 0) {
      severity = limit;
    }
    return this;
  }

  /**
   * What to change in this case; without it the remedy of the rule holds.
   *
   * @param format format of {@link String#format}, or plain text if there are no arguments
   * @param args values for the format
   * @return this finding
   * @throws IllegalStateException if the format does not fit the arguments
   */
  public FindingDraft remedy(String format, Object... args) {
    findings.assertOpen();
    remedy = text("remedy", format, args);
    return this;
  }

  /**
   * The line of user code in question.
   *
   * @param line the line, as the plan remembers it
   * @return this finding
   */
  public FindingDraft declaredAt(Origin line) {
    return declaredAt(Optional.of(line));
  }

  /**
   * The line of user code in question.
   *
   * @param line the line, empty for a plan that was read from a file
   * @return this finding
   */
  public FindingDraft declaredAt(Optional<Origin> line) {
    findings.assertOpen();
    declaredAt = Objects.requireNonNull(line, "line");
    return this;
  }

  Finding finish() {
    if (message.isEmpty()) {
      throw new IllegalStateException(
          "its finding on " + subject + " has no message; give it one with says(..)");
    }
    RuleDescription rule = findings.rule();
    return new Finding(
        rule.id(), severity, subject, message, evidence, remedy, rule.sources(), declaredAt);
  }

  // Plain text may hold a percent sign, also one that came in with a name.
  private String text(String method, String format, Object... args) {
    if (args.length == 0) {
      return format;
    }
    try {
      return MessageText.of(format, args);
    } catch (IllegalFormatException refused) {
      throw new IllegalStateException(
          "%s(..) of its finding on %s can not write \"%s\" (%s); the format is that of String.format, write %%%% for a percent sign"
              .formatted(method, subject, format, refused.getMessage()),
          refused);
    }
  }
}
