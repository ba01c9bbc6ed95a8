package io.pveplan.samples.benchmark;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.automation.TerraformRenderer;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import java.util.List;
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

/**
 * What many guests cost: checked, and rendered for Terraform as one block for each guest and as a
 * fleet. The measure of the blocks is a StringBuilder that writes the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GuestsBenchmark {

  /** Guests on 32 nodes. */
  @Param({"100", "1000", "10000"})
  public int guests = 100;

  private ResolvedPlan alone = ResolvedPlan.of(GeneratedPlan.of(1, 1));
  private ResolvedPlan fleet = alone;
  private RuleBook rules = RuleBook.standard();

  /** Makes the plans. */
  @Setup
  public void plans() {
    alone = alone(guests);
    fleet = fleet(guests);
    rules = RuleBook.standard();
  }

  static ResolvedPlan alone(int guests) {
    return ResolvedPlan.of(ClusterPlan.builder()
        .from(GeneratedPlan.of(32, guests))
        .terraform(Terraform.builder().build())
        .build());
  }

  static ResolvedPlan fleet(int guests) {
    ClusterPlan plan = alone(guests).plan();
    List<Guest> members = plan.guests().stream()
        .<Guest>map(guest -> Vm.builder().from((Vm) guest).fleet("vm").build())
        .toList();
    return ResolvedPlan.of(ClusterPlan.builder().from(plan).guests(members).build());
  }

  static String file(Rendering rendering, String name) {
    return rendering.artifacts().stream()
        .filter(it -> it.path().endsWith("/" + name))
        .map(Artifact::content)
        .findFirst()
        .orElseThrow();
  }

  /** Runs all rules. */
  @Benchmark
  public Report check() {
    return rules.check(alone);
  }

  /** Renders one block for each guest. */
  @Benchmark
  public Rendering blocks() {
    return new TerraformRenderer().render(alone);
  }

  /** Renders the guests as a fleet. */
  @Benchmark
  public Rendering fleet() {
    return new TerraformRenderer().render(fleet);
  }

  /** The measure of the blocks: the same bytes without a document between plan and text. */
  @Benchmark
  public int plain() {
    return PlainGuests.guests(alone).length() + PlainGuests.outputs(alone).length();
  }
}
