package example;

import static io.pveplan.dsl.Pveplan.cluster;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import java.util.List;

/** What somebody does who has just added pveplan to a build: plan, own rule, check, files. */
public final class Consumer {

  private Consumer() {}

  /**
   * Ends with an exception when anything is not as expected.
   *
   * @param args the directory to write to
   */
  public static void main(String[] args) {
    ClusterPlan plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("hector", n -> {});
    });

    Report report = RuleBook.standard().with(new NodeNameOfTheSite()).check(plan);

    List<String> ours = report.findings().stream()
        .map(Finding::key)
        .filter(key -> key.startsWith("SITE-"))
        .toList();
    if (!ours.equals(List.of("SITE-001[node/hector]"))) {
      throw new IllegalStateException("not what the rule should find:\n" + report.toText());
    }

    // To extend: render the plan, write it to args[0], and look for a file of each node.
    System.out.println("consumer: " + report.results().size() + " rules checked");
  }
}
