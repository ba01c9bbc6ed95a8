package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Reports a node whose host and guests take so much memory that it takes some back from the machines
 * that balloon. A node without such machines has nothing to take back.
 */
@RuleInfo(
    id = "CAP-007",
    severity = Severity.INFO,
    summary = "The planned use of memory makes a node take it back from machines",
    why = """
        Proxmox VE lets machines balloon down to their minimum as soon as 80 % of the memory of the \
        node is used. With all guests at work these machines run on less than they were given.""",
    remedy = "Leave more memory free, or count on the minimum of these machines.",
    sources = "pve-docs: qm.adoc, Automatic Memory Allocation",
    since = "0.1")
final class BalloonsAtWork implements Rule {

  static final RuleParameter<Integer> TARGET = RuleParameter.wholeNumber(
          "target",
          80,
          "use of the memory of a node above which machines balloon, in percent",
          "pve-docs: qm.adoc, Automatic Memory Allocation")
      .must(percent -> percent >= 0 && percent <= 100, "be from 0 to 100");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      List<String> ballooning = plan.placement().guestsOn(node.name()).stream()
          .filter(BalloonsAtWork::balloons)
          .map(Guest::name)
          .toList();
      if (!ballooning.isEmpty()) {
        check(node, ballooning, plan.hostMemory(), findings);
      }
    }
  }

  private static boolean balloons(Guest guest) {
    return guest instanceof Vm vm
        && !vm.template()
        && HostMemory.atLeast(vm).compareTo(HostMemory.atMost(vm)) < 0;
  }

  private static void check(
      Node node, List<String> ballooning, HostMemory memory, Findings findings) {
    findings.looksAt(node.path());
    Optional<DataSize> installed = node.hardware().flatMap(Hardware::memory);
    if (installed.isEmpty()) {
      findings.undecided(node.path(), "memory of " + node.name());
      return;
    }
    BigInteger used = BigInteger.valueOf(memory.guestsAtMost(node.name()).bytes())
        .add(BigInteger.valueOf(memory.reserve(node.name()).bytes()))
        .multiply(BigInteger.valueOf(100));
    BigInteger all = BigInteger.valueOf(Math.max(1, installed.get().bytes()));
    int target = findings.parameter(TARGET);
    if (used.compareTo(all.multiply(BigInteger.valueOf(target))) > 0) {
      findings
          .on(node.path())
          .says(
              "host and guests take up to %d %% of the memory of %s; above %d %% it takes memory"
                  + " back from %s",
              used.divide(all), node.name(), target, String.join(", ", ballooning))
          .because("percent", used.divide(all).longValue())
          .because("machines", ballooning)
          .declaredAt(node.declaredAt());
    }
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(TARGET);
  }
}
