package io.pveplan.samples;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Bundle;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.failure.MaintenanceRunbook;
import io.pveplan.rules.failure.report.SurvivalReport;
import io.pveplan.rules.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Checks and renders every sample plan, and prints a summary of each.
 *
 * <p>It takes one argument, the directory that receives a folder for each plan.
 */
public final class Main {

  private static final Map<String, Supplier<ClusterPlan>> PLANS = plans();

  private Main() {}

  private static Map<String, Supplier<ClusterPlan>> plans() {
    Map<String, Supplier<ClusterPlan>> plans = new LinkedHashMap<>();
    plans.put("article-cluster", ArticleCluster::plan);
    plans.put("ceph-six-nodes", CephSixNodes::plan);
    plans.put("san-cluster", SanCluster::plan);
    plans.put("two-nodes-and-qdevice", TwoNodesAndQDevice::plan);
    plans.put("article-as-printed", ArticleAsPrinted::plan);
    return plans;
  }

  /**
   * Writes the bundles.
   *
   * @param args the directory to write to
   */
  public static void main(String[] args) {
    Path directory = Path.of(args.length == 0 ? "samples/target/plans" : args[0]);
    PLANS.forEach((name, plan) -> write(name, plan.get(), directory.resolve(name)));
    System.out.println("What the article prints and can not be is refused:");
    try {
      ArticleAsPrinted.refused();
    } catch (PlanDefinitionException refused) {
      System.out.println(indented(refused.getMessage()));
    }
  }

  private static void write(String name, ClusterPlan plan, Path directory) {
    ResolvedPlan resolved = ResolvedPlan.of(plan);
    Report report = RuleBook.standard().check(resolved);
    SurvivalReport survival = SurvivalReport.of(resolved);
    List<Artifact> checks = new ArrayList<>();
    ReportFormat.STANDARD.forEach(
        format -> checks.add(Artifact.document("checks/" + format.fileName(), report.to(format))));
    survival.files().forEach((file, text) -> checks.add(Artifact.document("checks/" + file, text)));
    String maintenance = MaintenanceRunbook.of(resolved).text();
    checks.add(Artifact.document("checks/maintenance.md", maintenance));
    Bundle bundle = Bundle.render(resolved).plus("checks", checks.toArray(Artifact[]::new));
    bundle.writeTo(directory);
    System.out.println(name + ": " + plan.nodes().size() + " nodes, "
        + plan.guests().size() + " guests, " + bundle.toMap().size() + " files in " + directory);
    System.out.println(indented(survival.weakestPoint()));
    System.out.println(indented(report.toText()));
  }

  private static String indented(String text) {
    return text.strip().indent(2);
  }
}
