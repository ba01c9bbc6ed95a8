package example;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;

/** What somebody does who has just added pveplan to a build. */
public final class Consumer {

  private Consumer() {}

  /** The only argument is the directory to write to. */
  public static void main(String[] args) {
    // To extend: write this plan with the DSL, check it with a rule of our own beside the standard ones,
    // render it to args[0], and end with a status other than 0 when anything is not as expected.
    ResolvedPlan plan = ResolvedPlan.of(new ClusterPlan("lab"));
    System.out.println("consumer: " + plan.plan().name() + ", would write to " + args[0]);
  }
}
