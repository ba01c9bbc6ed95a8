package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports nodes whose processors are of another maker, generation or x86-64 level than those of
 * most nodes that tell it. The first nodes count where there is no majority. A model that does not
 * tell its generation is undecided beside another one.
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
    Map<Node, CpuMake> makes = new LinkedHashMap<>();
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      cpu(node)
          .ifPresentOrElse(
              cpu -> makes.put(node, CpuMake.of(cpu)),
              () -> findings.undecided(node.path(), "CPU model of " + node.name()));
    }
    // Each by itself: a node may say its level and not its maker, and the next one the reverse.
    List<UsualCpu<?>> usual = List.of(
        UsualCpu.of(makes, CpuMake::vendor),
        UsualCpu.of(makes, CpuMake::generation),
        UsualCpu.of(makes, CpuMake::level));
    Set<CpuMake> different = new HashSet<>(makes.values());
    makes.forEach((node, make) -> {
      Optional<Node> unlike =
          usual.stream().flatMap(each -> each.unlike(make).stream()).findFirst();
      if (unlike.isPresent()) {
        report(node, unlike.get(), findings);
      } else if (different.stream().anyMatch(make::isOpenBeside)) {
        findings.undecided(
            node.path(), "generation of the CPU of " + node.name() + " (" + make.model() + ")");
      }
    });
  }

  private static void report(Node node, Node other, Findings findings) {
    Cpu cpu = cpu(node).orElseThrow();
    Cpu usual = cpu(other).orElseThrow();
    findings
        .on(node.path())
        .says(
            "node %s has %s, node %s has %s",
            node.name(), describe(cpu), other.name(), describe(usual))
        .because("cpu", describe(cpu))
        .because("usualCpu", describe(usual))
        .declaredAt(cpu.declaredAt());
  }

  private static Optional<Cpu> cpu(Node node) {
    return node.hardware().flatMap(Hardware::cpu);
  }

  private static String describe(Cpu cpu) {
    String vendor = cpu.vendor()
        .map(CpuVendor::text)
        .filter(it -> !cpu.model().startsWith(it))
        .map(it -> it + " ")
        .orElse("");
    return vendor + cpu.model() + cpu.level().map(level -> " (" + level + ")").orElse("");
  }
}
