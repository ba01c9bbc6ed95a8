package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.gib;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Reports a node with less memory than is agreed, a number that a rule book may change. */
@RuleInfo(
    id = "ACME-004",
    severity = Severity.WARNING,
    summary = "A node has little memory",
    why = "The smallest node decides what can be moved.",
    remedy = "Add memory.",
    sources = "Acme handbook, chapter 5",
    since = "1.0")
final class NodeWithLittleMemory implements Rule {

  static final RuleParameter<Integer> LEAST = RuleParameter.wholeNumber(
          "leastMemory", 64, "memory of a node, in GiB", "Acme handbook, chapter 5")
      .must(gib -> gib >= 1, "be at least 1");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LEAST);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
      DataSize least = gib(findings.parameter(LEAST));
      if (memory.isEmpty()) {
        findings.undecided(node.path(), "memory of " + node.name());
      } else if (memory.get().compareTo(least) < 0) {
        findings
            .on(node.path())
            .says("node %s has %s of memory, not %s", node.name(), memory.get(), least)
            .because("memory", memory.get())
            .remedy("Add memory to %s.", node.name())
            .declaredAt(node.declaredAt());
      }
    }
  }
}
