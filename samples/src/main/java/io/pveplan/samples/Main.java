package io.pveplan.samples;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;

/** Scratch. */
public final class Main {

  private Main() {}

  /** Scratch. */
  public static void main(String[] args) {
    ClusterPlan plan = ArticleCluster.plan();
    String json = PlanFormat.JSON.write(plan);
    System.out.println(json);
    System.out.println(PlanFormat.JSON.read(json).equals(plan));
    String yaml = PlanFormat.YAML.write(plan);
    System.out.println(yaml);
    System.out.println(PlanFormat.YAML.read(yaml).equals(plan));
    System.out.println(ResolvedPlan.of(plan).defaults());
  }
}
