package io.pveplan.samples.benchmark;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.Scheduling;
import io.pveplan.model.cluster.SchedulingMode;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.ScenarioKind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/** What all losses of one or two nodes cost, beside beginning anew for each of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class FailureBenchmark {

  /** Nodes and guests. */
  @Param({"16x500", "32x1000"})
  public String size = "16x500";

  /** How HA selects nodes. */
  @Param({"BASIC", "STATIC"})
  public SchedulingMode mode = SchedulingMode.BASIC;

  private ResolvedPlan resolved = ResolvedPlan.of(GeneratedPlan.of(1, 1));
  private ResolvedPlan everyOneBound = resolved;
  private List<Scenario> scenarios = List.of();

  /** Makes a plan with all guests under HA, every tenth to be apart from the next. */
  @Setup
  public void plan() {
    int split = size.indexOf('x');
    ClusterPlan plan = GeneratedPlan.of(
        Integer.parseInt(size.substring(0, split)), Integer.parseInt(size.substring(split + 1)));
    resolved = resolved(plan, ha(plan.guests()));
    everyOneBound = resolved(plan, anywhere(plan));
    scenarios = FailureSweep.of(resolved).scenarios().stream()
        .filter(it -> it.kind() == ScenarioKind.NODE || it.kind() == ScenarioKind.NODES)
        .toList();
    if (sweep() != eachAnew()) {
      throw new IllegalStateException("the two ways do not agree");
    }
  }

  private ResolvedPlan resolved(ClusterPlan plan, Ha ha) {
    return ResolvedPlan.of(ClusterPlan.builder()
        .from(plan)
        .ha(ha)
        .datacenter(Datacenter.builder()
            .scheduling(Scheduling.builder().mode(mode).build())
            .build())
        .build());
  }

  // Rules that forbid nothing: they keep the sweep from passing over resources without rules.
  private static Ha anywhere(ClusterPlan plan) {
    Ha ruled = ha(plan.guests());
    Set<Vmid> bound = ruled.resourceAffinities().stream()
        .flatMap(rule -> rule.resources().stream())
        .collect(Collectors.toSet());
    Ha.Builder ha = Ha.builder().from(ruled);
    for (Guest guest : plan.guests()) {
      if (!bound.contains(guest.vmid())) {
        NodeAffinity.Builder rule =
            NodeAffinity.builder().name("anywhere-" + guest.vmid()).addResources(guest.vmid());
        plan.nodes()
            .forEach(
                node -> rule.addNodes(NodePriority.builder().node(node.name()).build()));
        ha.addNodeAffinities(rule.build());
      }
    }
    return ha.build();
  }

  private static Ha ha(List<Guest> guests) {
    Ha.Builder ha = Ha.builder();
    guests.forEach(
        guest -> ha.addResources(HaResource.builder().guest(guest.vmid()).build()));
    for (int i = 0; i + 1 < guests.size(); i += 10) {
      ha.addResourceAffinities(ResourceAffinity.builder()
          .name("apart-" + i)
          .affinity(Affinity.NEGATIVE)
          .addResources(guests.get(i).vmid(), guests.get(i + 1).vmid())
          .build());
    }
    return ha.build();
  }

  /** The sweep. */
  @Benchmark
  public int sweep() {
    FailureSweep sweep = FailureSweep.of(resolved);
    return scenarios.stream()
        .mapToInt(scenario -> sweep.survival(scenario).guests().hashCode())
        .sum();
  }

  /**
   * The same scenarios, each from the beginning: facts and sums of all guests and nodes anew, HA from
   * its first start, and in every round of it every resource.
   */
  @Benchmark
  public int eachAnew() {
    return scenarios.stream()
        .mapToInt(scenario ->
            FailureSweep.of(everyOneBound).survival(scenario).guests().hashCode())
        .sum();
  }
}
