package io.pveplan.dsl.use;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.Pveplan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.PlanProblem;
import java.util.List;
import java.util.function.Consumer;

/** Plans that can not exist. */
final class Refused {

  private Refused() {}

  /** The problems of a definition, which has to be refused: place, sentence, rule. */
  static List<String> problems(Consumer<? super ClusterSpec> block) {
    return exception(block).problems().stream().map(Refused::shortText).toList();
  }

  /** The refusal of a definition. */
  static PlanDefinitionException exception(Consumer<? super ClusterSpec> block) {
    PlanDefinitionException refused =
        catchThrowableOfType(PlanDefinitionException.class, () -> Pveplan.cluster("prod", block));
    if (refused == null) {
      throw new AssertionError("the plan was accepted");
    }
    return refused;
  }

  private static String shortText(PlanProblem problem) {
    return problem.at() + ": " + problem.message()
        + problem.rule().map(id -> " [" + id + "]").orElse("");
  }
}
