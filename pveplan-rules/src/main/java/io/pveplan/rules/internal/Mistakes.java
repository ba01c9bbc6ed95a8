package io.pveplan.rules.internal;

import io.pveplan.model.Origin;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.RuleBookProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a text or with a piece of Java, to refuse it once. */
public final class Mistakes {

  private final String what;
  private final List<RuleBookProblem> problems = new ArrayList<>();

  /** Mistakes in something that reads well before "can not be used". */
  public Mistakes(String what) {
    this.what = what;
  }

  /** Notes a mistake. */
  public void add(String at, Origin line, String message, String advice) {
    problems.add(new RuleBookProblem(at, message, advice, Optional.of(line)));
  }

  /** Refuses what was read if there was a mistake. They are sorted by line. */
  public void refuseIfAny() {
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(Mistakes::file).thenComparing(Mistakes::line));
      throw new RuleBookDefinitionException(what, problems);
    }
  }

  private static String file(RuleBookProblem problem) {
    return problem.declaredAt().map(Origin::file).orElse("");
  }

  private static int line(RuleBookProblem problem) {
    return problem.declaredAt().map(Origin::line).orElse(0);
  }
}
