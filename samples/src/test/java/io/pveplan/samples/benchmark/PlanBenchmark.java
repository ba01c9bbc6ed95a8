package io.pveplan.samples.benchmark;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.json.PlanFormat;
import io.pveplan.render.Bundle;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.samples.ArticleCluster;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What resolving, checking and rendering a plan costs, beside what Jackson takes to write it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {

  /** The sample of the article, or nodes and guests of a plan made up, or nodes that are cabled. */
  @Param({"article", "3x10", "32x1000", "32x10000", "cabled-3", "cabled-32", "cabled-320"})
  public String size = "3x10";

  private ClusterPlan plan = GeneratedPlan.of(1, 1);
  private ResolvedPlan resolved = ResolvedPlan.of(plan);
  private RuleBook rules = RuleBook.standard();

  /** Makes the plan. */
  @Setup
  public void plan() {
    plan = size.equals("article") ? ArticleCluster.plan() : generated();
    resolved = ResolvedPlan.of(plan);
    rules = RuleBook.standard();
  }

  private ClusterPlan generated() {
    if (size.startsWith("cabled-")) {
      return GeneratedPlan.cabled(Integer.parseInt(size.substring("cabled-".length())));
    }
    int split = size.indexOf('x');
    return GeneratedPlan.of(
        Integer.parseInt(size.substring(0, split)), Integer.parseInt(size.substring(split + 1)));
  }

  /** Fills the defaults and builds the look-ups. */
  @Benchmark
  public ResolvedPlan resolve() {
    return ResolvedPlan.of(plan);
  }

  /** Runs all rules. */
  @Benchmark
  public Report check() {
    return rules.check(resolved);
  }

  /** Runs all renderers. */
  @Benchmark
  public Bundle render() {
    return Bundle.render(resolved);
  }

  /** The measure of the others: the same plan as JSON. */
  @Benchmark
  public String json() {
    return PlanFormat.JSON.write(plan);
  }
}
