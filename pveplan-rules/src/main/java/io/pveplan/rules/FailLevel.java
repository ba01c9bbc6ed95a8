package io.pveplan.rules;

/**
 * From what on a plan fails; each level includes those before it. {@link Report#fails(FailLevel)}
 * judges by it.
 *
 * @since 0.1
 */
public enum FailLevel {
  /** The report is for information. */
  NEVER,
  /** A finding is an error. */
  ERROR,
  /** A finding is a warning or worse. */
  WARNING,
  /** There is a finding. */
  INFO,
  /** There is a finding, or a subject that could not be judged because a fact is missing. */
  UNDECIDED
}
