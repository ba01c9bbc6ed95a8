package io.pveplan.rules;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings, waivers or a baseline that can not be used, with every reason at once.
 *
 * @since 0.1
 */
public final class RuleBookDefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<RuleBookProblem> problems;

  /**
   * Refuses something written for a rule book.
   *
   * @param what what is refused, as it reads before "can not be used": {@code the waivers}
   * @param problems what is wrong with it, at least one
   */
  public RuleBookDefinitionException(String what, List<RuleBookProblem> problems) {
    super(text(what, problems));
    this.problems = List.copyOf(problems);
  }

  /** {@return what is wrong, by file and line} */
  public List<RuleBookProblem> problems() {
    return problems;
  }

  private static String text(String what, List<RuleBookProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("what is refused has at least one problem");
    }
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "  " + problem.toString().replace("\n", "\n  "))
        .collect(Collectors.joining("\n", what + " can not be used, " + count + ":\n", ""));
  }
}
