package io.pveplan.rules.capacity;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reports a node whose guests have many more CPUs than it has threads, and a cluster in which that
 * comes about by the loss of one node: then the guests of the other nodes and the ones under HA of
 * the lost one share the threads that are left, however HA spreads them. A container without a
 * number of cores is not counted.
 */
@RuleInfo(
    id = "CAP-006",
    severity = Severity.WARNING,
    summary = "Guests have many more CPUs than there are threads",
    why = """
        Guests wait for each other when more of their CPUs want to run than there are threads: all \
        become slow at once, most of all when a node has failed.""",
    remedy = "Move guests to other nodes, give them fewer cores, or add a node.",
    sources = {"Corsinvest cv4pve-diag: SettingsThresholdNode.MaxVCpuRatio", "derived"},
    since = "0.1")
final class CpuOvercommitted implements Rule {

  static final RuleParameter<BigDecimal> LARGEST_RATIO = RuleParameter.number(
          "largestRatio",
          "4.0",
          "CPUs of guests for each thread of a node",
          "Corsinvest cv4pve-diag: SettingsThresholdNode.MaxVCpuRatio")
      .must(ratio -> ratio.signum() > 0, "be above 0");

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  /** The CPUs of the guests of a node, and how many of them HA restarts elsewhere. */
  private record Load(Node node, long cpus, long underHa, OptionalInt threads) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<Load> loads = plan.nodes().stream().map(node -> load(node, plan)).toList();
    for (Load load : loads) {
      if (load.cpus() > 0) {
        check(load, findings);
      }
    }
    if (loads.size() > 1 && loads.stream().anyMatch(load -> load.underHa() > 0)) {
      checkLosses(loads, findings);
    }
  }

  private static Load load(Node node, ResolvedPlan plan) {
    long cpus = 0;
    long underHa = 0;
    for (Guest guest : plan.placement().guestsOn(node.name())) {
      long its = cpus(guest);
      cpus += its;
      underHa += plan.placement().startedByHa(guest.vmid()) ? its : 0;
    }
    OptionalInt threads =
        node.hardware().flatMap(Hardware::cpu).map(Cpu::threads).orElse(OptionalInt.empty());
    return new Load(node, cpus, underHa, threads);
  }

  private static long cpus(Guest guest) {
    if (guest instanceof Vm vm) {
      return vm.template() ? 0 : (long) vm.cores().orElse(1) * vm.sockets().orElse(1);
    }
    return guest.cores().orElse(0);
  }

  private static void check(Load load, Findings findings) {
    Node node = load.node();
    findings.looksAt(node.path());
    if (load.threads().isEmpty()) {
      findings.undecided(node.path(), "CPU threads of " + node.name());
      return;
    }
    long threads = load.threads().getAsInt();
    if (tooMany(load.cpus(), threads, findings)) {
      findings
          .on(node.path())
          .says(
              "guests of %s have %d CPUs, and it has %d threads; %s for each are the limit",
              node.name(),
              load.cpus(),
              threads,
              findings.parameter(LARGEST_RATIO).toPlainString())
          .because("cpus", load.cpus())
          .because("threads", threads)
          .declaredAt(node.declaredAt());
    }
  }

  private static void checkLosses(List<Load> loads, Findings findings) {
    findings.looksAt(CLUSTER);
    for (Load load : loads) {
      if (load.threads().isEmpty()) {
        findings.undecided(CLUSTER, "CPU threads of " + load.node().name());
        return;
      }
    }
    long all = loads.stream().mapToLong(Load::cpus).sum();
    long threads = loads.stream().mapToLong(load -> load.threads().getAsInt()).sum();
    for (Load lost : loads) {
      long cpus = all - lost.cpus() + lost.underHa();
      long left = threads - lost.threads().getAsInt();
      if (tooMany(cpus, left, findings)) {
        findings
            .on(CLUSTER)
            .says(
                "without %s, guests have %d CPUs on %d threads; %s for each are the limit",
                lost.node().name(),
                cpus,
                left,
                findings.parameter(LARGEST_RATIO).toPlainString())
            .because("lost", lost.node().name())
            .because("cpus", cpus)
            .because("threads", left)
            .declaredAt(lost.node().declaredAt());
        return;
      }
    }
  }

  private static boolean tooMany(long cpus, long threads, Findings findings) {
    BigDecimal most = findings.parameter(LARGEST_RATIO).multiply(BigDecimal.valueOf(threads));
    return BigDecimal.valueOf(cpus).compareTo(most) > 0;
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LARGEST_RATIO);
  }
}
