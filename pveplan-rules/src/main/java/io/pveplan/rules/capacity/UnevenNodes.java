package io.pveplan.rules.capacity;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reports a cluster whose largest node has much more memory than its smallest. Only nodes for guests
 * count: compute nodes, nodes without a role, and those that have guests all the same.
 */
@RuleInfo(
    id = "CAP-015",
    severity = Severity.INFO,
    summary = "One node for guests has much more memory than another",
    why = """
        What has to be left free for the loss of a node is what the largest one holds. The others \
        together must take that in, and small ones can not take its large guests.""",
    remedy = "Use nodes of one size, or spread the memory evenly.",
    sources = {"pve-docs: pveceph.adoc, identical servers", "derived"},
    since = "0.1")
final class UnevenNodes implements Rule {

  static final RuleParameter<BigDecimal> LARGEST_FACTOR = RuleParameter.number(
          "largestFactor",
          "1.5",
          "memory of the largest node, in memories of the smallest",
          "own judgement")
      .must(factor -> factor.compareTo(BigDecimal.ONE) >= 0, "be 1 or more");

  private static final PlanPath CLUSTER = PlanPath.of("cluster");

  private record Size(Node node, DataSize memory) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<Node> nodes =
        plan.nodes().stream().filter(node -> hasGuests(node, plan)).toList();
    if (nodes.size() < 2) {
      return;
    }
    findings.looksAt(CLUSTER);
    List<Size> sizes = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Node node : nodes) {
      Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
      memory.ifPresentOrElse(
          size -> sizes.add(new Size(node, size)), () -> unknown.add("memory of " + node.name()));
    }
    if (!reports(sizes, findings)) {
      unknown.forEach(fact -> findings.undecided(CLUSTER, fact));
    }
  }

  private static boolean hasGuests(Node node, ResolvedPlan plan) {
    return node.roles().isEmpty()
        || node.roles().contains(NodeRole.COMPUTE)
        || !plan.placement().guestsOn(node.name()).isEmpty();
  }

  private static boolean reports(List<Size> sizes, Findings findings) {
    if (sizes.size() < 2) {
      return false;
    }
    // The first of equals in both.
    Size largest = sizes.stream()
        .reduce((a, b) -> b.memory().compareTo(a.memory()) > 0 ? b : a)
        .orElseThrow();
    Size smallest = sizes.stream().min(Comparator.comparing(Size::memory)).orElseThrow();
    BigDecimal most = findings
        .parameter(LARGEST_FACTOR)
        .multiply(BigDecimal.valueOf(smallest.memory().bytes()));
    if (BigDecimal.valueOf(largest.memory().bytes()).compareTo(most) <= 0) {
      return false;
    }
    findings
        .on(CLUSTER)
        .says(
            "%s has %s of memory, %s only %s",
            largest.node().name(), largest.memory(), smallest.node().name(), smallest.memory())
        .because("largest", largest.node().name())
        .because("largestBytes", largest.memory().bytes())
        .because("smallest", smallest.node().name())
        .because("smallestBytes", smallest.memory().bytes())
        .declaredAt(largest.node().declaredAt());
    return true;
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LARGEST_FACTOR);
  }
}
