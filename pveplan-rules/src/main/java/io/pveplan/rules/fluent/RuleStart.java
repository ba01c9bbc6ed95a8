package io.pveplan.rules.fluent;

import io.pveplan.rules.Severity;
import java.util.Objects;

/**
 * A rule of which only id and severity are said; begun by {@link FluentRule#rule}.
 *
 * @since 0.1
 */
public final class RuleStart {

  private final String id;
  private final Severity severity;

  RuleStart(String id, Severity severity) {
    this.id = id;
    this.severity = Objects.requireNonNull(severity, "severity");
  }

  /**
   * Says what the rule looks at.
   *
   * @param <T> what conditions are asked of
   * @param subjects a kind of part, for example {@code nodes()}
   * @return the rule, to go on with which of them, or with what they should meet
   */
  public <T> RuleSubject<T> forEach(Subjects<T> subjects) {
    return new RuleSubject<>(id, severity, subjects);
  }
}
