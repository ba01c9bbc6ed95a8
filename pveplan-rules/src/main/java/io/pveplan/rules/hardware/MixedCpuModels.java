package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports nodes whose processors are of another maker, generation or x86-64 level than those of
 * most nodes. The first nodes count where there is no majority.
 */
@RuleInfo(
    id = "NODE-008",
    severity = Severity.WARNING,
    summary = "The nodes have different CPU models",
    why = """
        A running guest uses instructions that the processor of another node may not have. Online \
        migration between unlike processors works only with a CPU type that all of them offer, and \
        not reliably between makers.""",
    remedy = "Use one model, or give the guests a CPU type that all nodes have.",
    sources = {
      "article Proxmox-Cluster planen",
      "pve-docs: qm.adoc, CPU Type",
      "Corsinvest cv4pve-diag: WN0015",
      "AMD: EPYC model numbers",
      "Intel: processor numbers"
    },
    since = "0.1")
final class MixedCpuModels implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    Optional<Node> usual = usual(plan);
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      Optional<Cpu> cpu = cpu(node);
      if (cpu.isEmpty()) {
        findings.undecided(node.path(), "CPU model of " + node.name());
      } else {
        usual.ifPresent(other -> compare(node, cpu.get(), other, findings));
      }
    }
  }

  private static void compare(Node node, Cpu cpu, Node other, Findings findings) {
    Cpu usual = cpu(other).orElseThrow();
    if (!CpuMake.of(cpu).isLike(CpuMake.of(usual))) {
      findings
          .on(node.path())
          .says(
              "node %s has %s, node %s has %s",
              node.name(), describe(cpu), other.name(), describe(usual))
          .because("cpu", describe(cpu))
          .because("usualCpu", describe(usual))
          .declaredAt(cpu.declaredAt());
    }
  }

  private static Optional<Node> usual(ResolvedPlan plan) {
    Map<CpuMake, Integer> counts = new LinkedHashMap<>();
    Map<CpuMake, Node> first = new LinkedHashMap<>();
    for (Node node : plan.nodes()) {
      cpu(node).map(CpuMake::of).ifPresent(make -> {
        counts.merge(make, 1, Integer::sum);
        first.putIfAbsent(make, node);
      });
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == most)
        .map(each -> first.get(each.getKey()))
        .findFirst();
  }

  private static Optional<Cpu> cpu(Node node) {
    return node.hardware().flatMap(Hardware::cpu);
  }

  private static String describe(Cpu cpu) {
    return cpu.model() + cpu.level().map(level -> " (" + level + ")").orElse("");
  }
}
