package io.pveplan.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan that can not exist, with every reason at once.
 *
 * <p>It is thrown when a plan freezes, is read from JSON or YAML, or is resolved. Nothing is
 * written to disk before.
 *
 * @since 0.1
 */
public final class PlanDefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PlanProblem> problems;

  /**
   * Refuses a plan.
   *
   * @param problems what is wrong, at least one
   */
  public PlanDefinitionException(List<PlanProblem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * {@return what is wrong, in the order of the plan; nothing after Java serialization, which keeps
   * the message only}
   */
  public List<PlanProblem> problems() {
    return problems == null ? List.of() : problems;
  }

  private static String text(List<PlanProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a refused plan has at least one problem");
    }
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "  " + problem.toString().replace("\n", "\n  "))
        .collect(Collectors.joining("\n", "the plan can not exist, " + count + ":\n", ""));
  }
}
